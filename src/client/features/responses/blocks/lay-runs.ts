import type { Block } from './block.ts'

/** A block that is drawn, or a run of blocks that wait until they come near the screen. */
export type Laid = { readonly block: Block } | { readonly waiting: readonly Block[] }

/** So many blocks are drawn at once. */
export const runLength = 12

/** Puts the blocks that wait together in runs. */
export function layRuns(blocks: readonly Block[], isDrawn: (block: Block) => boolean): readonly Laid[] {
  const laid: Laid[] = []
  let waiting: Block[] = []
  const close = (): void => {
    if (waiting.length > 0) laid.push({ waiting })
    waiting = []
  }
  for (const block of blocks) {
    if (isDrawn(block)) {
      close()
      laid.push({ block })
    } else {
      // Closed rows wait together, an open one with its own.
      if (block.kind === 'row' && (block.isOpen || waiting.at(-1)?.kind !== 'row')) close()
      waiting.push(block)
      if (waiting.length === runLength) close()
    }
  }
  close()
  return laid
}
