/** What stands in a field beside the value read from it. */
export interface Typed {
  readonly raw: string
  /** Something is typed that cannot be read: not the same as nothing typed. */
  readonly invalid: boolean
}
