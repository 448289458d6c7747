import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type ISectionOptions,
} from 'docx'
import type { Paper, PaperAnnex, PaperBlock } from '../../domain/reports/papers/paper.ts'
import { columnWidths } from './column-widths.ts'
import { annex, foot, type PictureBytes } from './docx-foot.ts'
import {
  cell,
  centred,
  font,
  frameless,
  line,
  page,
  rule,
  runs,
  size,
  textWidth,
  twips,
  wideMargin,
  wideTextWidth,
  type Look,
} from './docx-text.ts'

function heading(paper: Paper): Table {
  const left = Math.round(textWidth * 0.42)
  const right = textWidth - left
  return frameless(
    [left, right],
    [
      [
        cell(left, [
          ...(paper.parentAgency === '' ? [] : [centred(paper.parentAgency, { size: size.agency })]),
          centred(paper.agency, { size: size.agency, bold: true }),
          rule(0.4, left),
        ]),
        cell(right, [
          centred(paper.state, { size: size.state, bold: true }),
          centred(paper.motto, { size: size.motto, bold: true }),
          rule(0.62, right),
        ]),
      ],
      [
        cell(left, [centred(paper.number, { size: size.body })]),
        cell(right, [centred(paper.placeAndDate, { size: size.body, italics: true })]),
      ],
    ],
  )
}

const title = (paper: Paper): Paragraph[] => [
  centred(paper.kind, { bold: true, size: size.title }, { spacing: { before: 240 } }),
  centred(paper.subject, { bold: true, size: size.body }),
  rule(0.3, textWidth),
]

/** A paragraph; what leads it is bold. */
const body = (
  { text, lead = '' }: { readonly text: string; readonly lead?: string },
  look: Look = {},
  more: IParagraphOptions = {},
): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twips(12.7) },
    spacing: { after: 120, line: 276 },
    ...more,
    children: [...(lead === '' ? [] : runs(`${lead} `, { ...look, bold: true })), ...runs(text, look)],
  })

/** Facts that go with the signatures to a new page: one line above them would say nothing. */
const keptFacts = 3

/** @param isKept stays on one page with what follows, so that signatures never stand on a page of their own */
function block(one: PaperBlock, isKept = false, width = textWidth): (Paragraph | Table)[] {
  const kept = isKept ? { keepNext: true } : {}
  switch (one.type) {
    case 'heading': {
      const spacing = { before: 120, after: 120 }
      return [
        one.look === 'centred'
          ? centred(one.text, { bold: true, size: size.body }, { keepNext: true, spacing })
          : body(one, { bold: true }, { keepNext: true, spacing }),
      ]
    }
    case 'text':
      return [
        body(
          one,
          one.look === 'italic' ? { italics: true } : one.look === 'small' ? { size: size.small } : {},
          kept,
        ),
      ]
    case 'facts':
      return one.rows.flatMap(([label, words], row) =>
        // A line of its own is a paragraph: a justified one that ends by hand would be drawn out to the margin.
        (words === '' ? '……………………' : words)
          .split('\n')
          .map((text, at) =>
            body(
              { text, ...(at === 0 && { lead: `${label}:` }) },
              {},
              { ...(row >= one.rows.length - keptFacts && kept), spacing: { after: 80, line: 276 } },
            ),
          ),
      )
    case 'table':
      return [
        table(one, { width, isKept }),
        new Paragraph({ ...kept, spacing: { after: 120 }, children: [] }),
      ]
  }
}

function table(
  given: Extract<PaperBlock, { type: 'table' }>,
  { width, isKept }: { readonly width: number; readonly isKept: boolean },
): Table {
  const { header, rows } = given
  const columns = columnWidths(given, width)
  const all = { top: line, bottom: line, left: line, right: line }
  const row = (texts: readonly string[], isHeader: boolean, keepNext = isHeader): TableRow =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: texts.map(
        (text, at) =>
          new TableCell({
            width: { size: columns[at] ?? 0, type: WidthType.DXA },
            borders: all,
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            verticalAlign: isHeader ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
            children: [
              new Paragraph({
                alignment: isHeader ? AlignmentType.CENTER : AlignmentType.LEFT,
                keepNext,
                children: runs(text, { size: size.table, bold: isHeader }),
              }),
            ],
          }),
      ),
    })
  return new Table({
    columnWidths: [...columns],
    width: { size: columns.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    layout: 'fixed',
    rows: [
      row(header, true),
      ...rows.map((texts, at) => row(texts, false, isKept && at === rows.length - 1)),
    ],
  })
}

const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], font, size: size.body })],
      }),
    ],
  })

const annexSection = ({ title: name, subject, blocks, isUpright = false }: PaperAnnex): ISectionOptions => ({
  properties: {
    page: isUpright
      ? page
      : // The writer turns the page itself: it wants the sides as they stand upright.
        { size: { ...page.size, orientation: PageOrientation.LANDSCAPE }, margin: wideMargin },
  },
  headers: { default: pageNumber() },
  children: [
    centred(name, { bold: true, size: size.title }),
    centred(subject, { bold: true, size: size.body }, { spacing: { after: 160 } }),
    ...blocks.flatMap(one => block(one, false, isUpright ? textWidth : wideTextWidth)),
  ],
})

/** Writes a paper as DOCX. Runs where there is no page: in a worker, or in a test. */
export async function writeDocx(paper: Paper, bytes: PictureBytes): Promise<ArrayBuffer> {
  const document = new Document({
    title: `${paper.kind} ${paper.subject}`.replaceAll('\n', ' '),
    creator: paper.agency,
    styles: { default: { document: { run: { font, size: size.body } } } },
    sections: [
      {
        properties: { titlePage: true, page },
        headers: {
          first: new Header({ children: [new Paragraph({ children: [] })] }),
          default: pageNumber(),
        },
        children: [
          heading(paper),
          ...title(paper),
          ...paper.blocks.flatMap((one, at) => block(one, at === paper.blocks.length - 1)),
          ...foot(paper, bytes),
          ...paper.marks.map(
            text =>
              new Paragraph({
                spacing: { before: 80 },
                children: runs(text, { size: size.small, italics: true }),
              }),
          ),
          ...annex(paper, bytes),
        ],
      },
      ...(paper.annexes ?? []).map(annexSection),
    ],
  })
  return Packer.toArrayBuffer(document)
}
