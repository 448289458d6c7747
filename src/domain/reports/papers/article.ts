import type { PaperBlock } from './paper.ts'

/** An article of a decision, what it is called by in bold: `Điều 1.` (NĐ 30/2020, Phụ lục I). */
export function article(text: string): PaperBlock {
  const end = text.indexOf('. ') + 1
  return { type: 'text', lead: text.slice(0, end), text: text.slice(end).trimStart() }
}
