import type { Block } from './block.ts'
import type { Laid } from './lay-runs.ts'

/** What stands together in one row of an outermost repeat, or a block outside of all rows. */
export interface LaidRow {
  readonly key: string
  readonly isRow: boolean
  readonly laid: readonly Laid[]
}

/** Whether a row of an outermost repeat begins with this block. */
export const beginsRow = (block: Block): boolean => block.kind === 'row' && block.depth === 1

/** Puts together what stands in the same outermost row, so that the browser can pass over rows as a whole. */
export function layRows(laid: readonly Laid[]): readonly LaidRow[] {
  const rows: { key: string; isRow: boolean; laid: Laid[] }[] = []
  for (const one of laid) {
    const first = 'block' in one ? one.block : one.waiting[0]
    if (!first) continue
    const current = rows.at(-1)
    if (current?.isRow && first.depth > 0 && !beginsRow(first)) current.laid.push(one)
    else
      rows.push({
        key: 'block' in one ? first.id : `waiting ${first.id}`,
        isRow: beginsRow(first),
        laid: [one],
      })
  }
  return rows
}
