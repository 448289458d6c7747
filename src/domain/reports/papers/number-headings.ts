import type { PaperBlock } from './paper.ts'

/** Headings numbered as they follow each other, so that a part with nothing to say leaves no gap. */
export function numberHeadings(blocks: readonly PaperBlock[]): readonly PaperBlock[] {
  let last = 0
  return blocks.map(block => {
    if (block.type !== 'heading') return block
    last += 1
    return { ...block, text: `${last}. ${block.text}` }
  })
}
