/** A piece of an expression's text. An operator or mark has itself as `text`, a reference the name in `${}`. */
export interface Token {
  readonly type: 'number' | 'text' | 'name' | 'reference' | 'mark' | 'end'
  readonly text: string
  readonly at: number
  /** The offset behind it. */
  readonly end: number
}
