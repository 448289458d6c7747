/** Something to choose: the value kept, and what the person reads. */
export interface Option {
  readonly value: string
  readonly label: string
}
