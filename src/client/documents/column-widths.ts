import type { PaperBlock } from '../../domain/reports/papers/paper.ts'

/** What a sign of 12 pt takes at most in Times New Roman bold, and the room left and right of a cell's text. */
const signWidth = 142
const padding = 180
/** Longer words may break: numbers of findings, addresses. */
const longest = 12

/**
 * Widths of a table's columns in twentieths of a point: as the parts say, but none so narrow that an ordinary word or a
 * day would break within. What that takes comes from the columns that have more than they need.
 */
export function columnWidths(
  { header, rows, widths }: Omit<Extract<PaperBlock, { type: 'table' }>, 'type'>,
  total: number,
): readonly number[] {
  const sum = header.reduce((all, _, at) => all + (widths[at] ?? 1), 0)
  const wanted = header.map((_, at) => (total * (widths[at] ?? 1)) / sum)
  const needed = header.map((label, at) =>
    wordWidth([label, ...rows.map(row => row[at] ?? '')].flatMap(text => text.split(/\s+/u))),
  )
  const lacking = needed.reduce((all, width, at) => all + Math.max(0, width - (wanted[at] ?? 0)), 0)
  const spare = needed.reduce((all, width, at) => all + Math.max(0, (wanted[at] ?? 0) - width), 0)
  // More columns than the page has room for: words break, the table stays on the page.
  const share = spare === 0 || lacking > spare ? 0 : lacking / spare
  return wanted.map((width, at) => {
    const need = needed[at] ?? 0
    const is = share === 0 ? width : width < need ? need : width - (width - need) * share
    return Math.floor(is)
  })
}

const wordWidth = (words: readonly string[]): number =>
  words.reduce((most, word) => (word.length > longest ? most : Math.max(most, word.length)), 1) * signWidth +
  padding
