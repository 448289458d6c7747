import type { Block } from './block.ts'

/** Whether a block shows the same as one of an earlier list, which has other objects for the same ones. */
export function isSameBlock(a: Block, b: Block): boolean {
  if (a.kind !== b.kind || a.id !== b.id || a.depth !== b.depth) return false
  // One more row leaves those before it as they were.
  if (a.kind === 'row' && b.kind === 'row')
    return a.number === b.number && a.isOpen === b.isOpen && a.mayClose === b.mayClose
  return !('repeat' in a)
}
