import type { Group, Repeat } from '../../../../domain/forms/form-version.ts'

/** The rows of a repeat within one row of the repeat around it. */
export interface RowsHere {
  readonly repeat: Repeat
  /** Row of the repeat around it; `''` when there is none. */
  readonly around: string
  readonly rows: readonly string[]
}

interface Common {
  /** Also the id of its element. */
  readonly id: string
  /** How many rows it stands in. */
  readonly depth: number
}

/** One piece of a section, as it stands below the one before it: the tree of groups and rows laid out flat. */
export type Block = Common &
  (
    | { readonly kind: 'question'; readonly key: string }
    | { readonly kind: 'group'; readonly key: string; readonly group: Group }
    /** Questions that share their options, as a table. */
    | {
        readonly kind: 'matrix'
        readonly keys: readonly string[]
        readonly group: Group
        readonly row: string
      }
    | ({ readonly kind: 'repeat'; readonly isLong: boolean } & RowsHere)
    | ({ readonly kind: 'row'; readonly row: string; readonly number: number } & RowsHere & {
          readonly isOpen: boolean
          readonly mayClose: boolean
        })
    | ({ readonly kind: 'add' } & RowsHere)
  )

export const questionElement = (key: string): string => `question-${key}`
export const rowElement = (repeat: string, row: string): string => `row-${repeat}@${row}`
export const addElement = (repeat: string, around: string): string => `add-${repeat}@${around}`

/** Whether a block is the element of that id, or holds it. */
export const holdsElement = (block: Block, id: string): boolean =>
  block.id === id || (block.kind === 'matrix' && block.keys.some(key => questionElement(key) === id))
