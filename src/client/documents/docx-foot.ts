import { AlignmentType, ImageRun, Paragraph, type Table, type TableCell } from 'docx'
import type { Paper, PaperPicture, PaperSigner } from '../../domain/reports/papers/paper.ts'
import { balanceLines } from './balance-lines.ts'
import { cell, centred, frameless, runs, size, textWidth } from './docx-text.ts'

export type PictureBytes = ReadonlyMap<string, ArrayBuffer>

/** A picture that fits into a box of pixels at 96 to the inch; nothing where its bytes are not on the tablet. */
function picture(
  one: PaperPicture,
  box: { width: number; height: number },
  bytes: PictureBytes,
): ImageRun | undefined {
  const data = bytes.get(one.sha256)
  if (!data) return undefined
  const scale = Math.min(box.width / one.width, box.height / one.height, 1)
  return new ImageRun({
    type: one.type === 'image/png' ? 'png' : 'jpg',
    data,
    transformation: { width: Math.round(one.width * scale), height: Math.round(one.height * scale) },
  })
}

/** Twentieths of a point: room to sign by hand; less in rows of three, so that a form of five fits on its page. */
const signatureHeight = { wide: 1000, narrow: 800 }

function signer(
  { title: lines, name, note, picture: drawn }: PaperSigner,
  bytes: PictureBytes,
  { isKept = false, height = signatureHeight.wide } = {},
): { readonly above: Paragraph[]; readonly below: Paragraph[] } {
  // Fifteen to a pixel, and a little air.
  const image = drawn && picture(drawn, { width: 170, height: Math.floor(height / 15) - 2 }, bytes)
  const above = [
    ...lines.map(text => centred(text, { bold: true, size: size.body }, { keepNext: true })),
    centred(note, { italics: true, size: size.recipients }, { keepNext: true }),
  ]
  const kept = isKept ? { keepNext: true } : {}
  const below = [
    // As high with a drawn signature as without one, so that names stand level.
    new Paragraph({
      alignment: AlignmentType.CENTER,
      ...kept,
      spacing: { line: height, lineRule: image ? 'atLeast' : 'exact' },
      children: image ? [image] : [],
    }),
    centred(name, { bold: true, size: size.body }, { spacing: { after: 120 }, ...kept }),
  ]
  return { above, below }
}

/** Signs of a title's line where three stand side by side: `TM. ỦY BAN NHÂN DÂN` has nineteen. */
const longestTitle = 20

const withShortTitle = (one: PaperSigner): PaperSigner => ({
  ...one,
  title: one.title.map(line => balanceLines(line, longestTitle).join('\n')),
})

/**
 * Signers side by side, a table of their own: titles at one height, and names, however long the titles are.
 * @param isKept stays on one page with what follows: some of five, or recipients, never stand alone on the last page
 */
function signersRow(
  signers: readonly PaperSigner[],
  across: number,
  bytes: PictureBytes,
  isKept: boolean,
): Table {
  const widths = signerWidths(signers, across)
  const height = across === 2 ? signatureHeight.wide : signatureHeight.narrow
  const parts = signers.map(one => signer(one, bytes, { isKept, height }))
  const row = (part: 'above' | 'below'): TableCell[] =>
    Array.from({ length: across }, (_, at) =>
      cell(
        widths[at] ?? 0,
        parts[at]?.[part] ?? [new Paragraph({ keepNext: part === 'above', children: [] })],
      ),
    )
  return frameless(widths, [row('above'), row('below')])
}

/** By the longest line of each title, so that `TM. ỦY BAN NHÂN DÂN` does not break; two stand in halves. */
function signerWidths(signers: readonly PaperSigner[], across: number): readonly number[] {
  const parts = Array.from({ length: across }, (_, at) =>
    across === 2
      ? 1
      : Math.min(
          longestTitle,
          Math.max(
            14,
            ...(signers[at]?.title ?? []).flatMap(line => line.split('\n').map(part => part.length)),
          ),
        ),
  )
  const sum = parts.reduce((all, one) => all + one, 0)
  return parts.map(one => Math.floor((textWidth * one) / sum))
}

/** Recipients at the left, level with the signature; several signers in rows of two or three, recipients below, all on one page. */
export function foot(paper: Paper, bytes: PictureBytes): (Paragraph | Table)[] {
  const recipients = [
    new Paragraph({
      keepNext: true,
      children: runs(paper.recipientsTitle, { bold: true, italics: true, size: size.agency }),
    }),
    ...paper.recipients.map(
      (text, at) =>
        new Paragraph({
          keepNext: at < paper.recipients.length - 1,
          children: runs(text, { size: size.recipients }),
        }),
    ),
  ]
  const space = new Paragraph({ keepNext: true, spacing: { line: 160, lineRule: 'exact' }, children: [] })
  const [only] = paper.signers
  if (paper.signers.length === 1 && only && paper.recipients.length > 0) {
    const half = Math.floor(textWidth / 2)
    const { above, below } = signer(only, bytes)
    return [space, frameless([half, half], [[cell(half, recipients), cell(half, [...above, ...below])]])]
  }
  const across = paper.signers.length > 2 ? 3 : 2
  const signers = across === 3 ? paper.signers.map(withShortTitle) : paper.signers
  const isKept = (at: number): boolean => {
    const isLast = at + across >= signers.length
    return isLast ? paper.recipients.length > 0 : at + 2 * across >= signers.length
  }
  const rows: (Paragraph | Table)[] = []
  for (let at = 0; at < signers.length; at += across)
    rows.push(
      signersRow(signers.slice(at, at + across), across, bytes, isKept(at)),
      // Two tables that touch would be one.
      new Paragraph({ keepNext: true, spacing: { line: 120, lineRule: 'exact' }, children: [] }),
    )
  return [space, ...rows, ...(paper.recipients.length > 0 ? recipients : [])]
}

/** Two photos side by side, each with its caption below. */
export function annex(paper: Paper, bytes: PictureBytes): (Paragraph | Table)[] {
  if (paper.photos.length === 0) return []
  const half = Math.floor(textWidth / 2)
  const cells = paper.photos.map((photo, at) => {
    const image = picture(photo, { width: 290, height: 290 }, bytes)
    return cell(half, [
      // Its row is never split; kept with what follows, the whole table would leave the title's page.
      new Paragraph({ alignment: AlignmentType.CENTER, children: image ? [image] : runs('—') }),
      centred(
        `${at + 1}. ${photo.caption}`,
        { size: size.recipients, italics: true },
        { spacing: { after: 160 } },
      ),
    ])
  })
  const rows: TableCell[][] = []
  for (let at = 0; at < cells.length; at += 2)
    rows.push([
      ...cells.slice(at, at + 2),
      ...(at + 1 < cells.length ? [] : [cell(half, [new Paragraph({ children: [] })])]),
    ])
  return [
    centred(
      paper.annexTitle,
      { bold: true, size: size.title },
      { pageBreakBefore: true, spacing: { after: 240 } },
    ),
    frameless([half, half], rows),
  ]
}
