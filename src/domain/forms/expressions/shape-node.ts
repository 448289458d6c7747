/** A definition in the tree of a form: one for each group, repeat and question, however many rows there are. */
export interface ShapeNode {
  readonly name: string
  readonly parent: ShapeNode | undefined
  readonly children: readonly ShapeNode[]
  /** True when a response may hold several of it. */
  readonly isRepeat: boolean
}
