import { splitKey } from '../../../domain/forms/row.ts'
import type { Block } from './blocks/block.ts'

/** What a review shows of a section: questions, and what they stand under. */
export type ReviewPiece =
  | { readonly kind: 'question'; readonly key: string; readonly depth: number }
  | { readonly kind: 'heading'; readonly block: Heading; readonly depth: number }

type Heading = Extract<Block, { readonly kind: 'group' | 'row' }>

/** The questions that are shown, each below the headings of its group and rows; a heading with none goes. */
export function reviewPieces(
  blocks: readonly Block[],
  isShown: (key: string) => boolean,
): readonly ReviewPiece[] {
  const pieces: ReviewPiece[] = []
  let waiting: Heading[] = []
  /** The rows that the last block stood in, outermost first. */
  let path: readonly string[] = []
  const add = (key: string, depth: number): void => {
    if (!isShown(key)) return
    // A heading ends with the row it is of, or in.
    const around = ['', ...path.slice(0, depth)]
    for (const block of waiting)
      if (around.includes(block.kind === 'row' ? block.row : splitKey(block.key).row))
        pieces.push({ kind: 'heading', block, depth: block.depth })
    waiting = []
    pieces.push({ kind: 'question', key, depth })
  }
  for (const block of blocks) {
    if (block.kind === 'row') path = [...path.slice(0, block.depth - 1), block.row]
    if (block.kind === 'question') add(block.key, block.depth)
    else if (block.kind === 'matrix') for (const key of block.keys) add(key, block.depth)
    else if (block.kind === 'group' || block.kind === 'row')
      waiting = [...waiting.filter(other => rank(other) < rank(block)), block]
  }
  return pieces
}

/** A row outranks the groups in it. */
const rank = ({ kind, depth }: Heading): number => 2 * depth + (kind === 'group' ? 1 : 0)
