import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from 'docx'

/** Twentieths of a point. */
export const twips = (mm: number): number => Math.round((mm / 25.4) * 1440)

/** A4 and the margins that the decree suggests: 20, 20, 30 and 20 mm. */
export const page = {
  size: { width: twips(210), height: twips(297) },
  margin: { top: twips(20), bottom: twips(20), left: twips(30), right: twips(20), header: twips(10) },
}
export const textWidth = page.size.width - page.margin.left - page.margin.right
/** What an annex lying across has for its tables: the binding edge is at its top. */
export const wideMargin = {
  top: twips(30),
  bottom: twips(20),
  left: twips(20),
  right: twips(20),
  header: twips(10),
}
export const wideTextWidth = page.size.height - wideMargin.left - wideMargin.right

export const font = 'Times New Roman'
/** Half points. */
export const size = {
  small: 20,
  recipients: 22,
  table: 24,
  agency: 24,
  state: 24,
  motto: 26,
  body: 26,
  title: 28,
}
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
export const line = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } as const

export interface Look {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly size?: number
}

/** A text with its line breaks. */
export const runs = (text: string, look: Look = {}): TextRun[] =>
  text
    .split('\n')
    .map(
      (part, at) => new TextRun({ text: part, font, size: size.body, ...look, ...(at > 0 && { break: 1 }) }),
    )

export const centred = (text: string, look: Look, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, ...more, children: runs(text, look) })

/** A solid line below, so long as a part of the width: a border, never underscores. */
export const rule = (share: number, width: number): Paragraph =>
  new Paragraph({
    spacing: { before: 50, after: 60, line: 60, lineRule: 'exact' },
    indent: { left: Math.round((width * (1 - share)) / 2), right: Math.round((width * (1 - share)) / 2) },
    border: { top: line },
    children: [],
  })

export const cell = (width: number, children: Paragraph[], borders: object = noBorders): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders,
    children,
    margins: { left: 60, right: 60 },
  })

export const frameless = (widths: readonly number[], rows: readonly TableCell[][]): Table =>
  new Table({
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    borders: noBorders,
    layout: 'fixed',
    rows: rows.map(children => new TableRow({ cantSplit: true, children })),
  })
