import { AlignmentType, ImageRun, Paragraph, type Table, type TableCell } from 'docx'
import type { Paper, PaperPicture, PaperSigner } from '../../domain/reports/papers/paper.ts'
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

function signer(
  { title: lines, name, note, picture: drawn }: PaperSigner,
  width: number,
  bytes: PictureBytes,
): TableCell {
  const image = drawn && picture(drawn, { width: 170, height: 80 }, bytes)
  return cell(width, [
    ...lines.map(text => centred(text, { bold: true, size: size.body }, { keepNext: true })),
    centred(note, { italics: true, size: size.recipients }, { keepNext: true }),
    image
      ? new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [image] })
      : new Paragraph({ spacing: { before: 900 }, keepNext: true, children: [] }),
    centred(name, { bold: true, size: size.body }),
  ])
}

/** Recipients at the left, level with the signature; several signers in rows of two or three. */
export function foot(paper: Paper, bytes: PictureBytes): (Paragraph | Table)[] {
  const recipients = [
    new Paragraph({
      children: runs(paper.recipientsTitle, { bold: true, italics: true, size: size.agency }),
    }),
    ...paper.recipients.map(text => new Paragraph({ children: runs(text, { size: size.recipients }) })),
  ]
  const space = new Paragraph({ spacing: { before: 120 }, children: [] })
  const [only] = paper.signers
  if (paper.signers.length === 1 && only && paper.recipients.length > 0) {
    const half = Math.floor(textWidth / 2)
    return [space, frameless([half, half], [[cell(half, recipients), signer(only, half, bytes)]])]
  }
  const across = paper.signers.length > 2 ? 3 : 2
  const width = Math.floor(textWidth / across)
  const rows: TableCell[][] = []
  for (let at = 0; at < paper.signers.length; at += across) {
    const own = paper.signers.slice(at, at + across).map(one => signer(one, width, bytes))
    while (own.length < across) own.push(cell(width, [new Paragraph({ children: [] })]))
    rows.push(own)
  }
  return [
    space,
    ...(rows.length > 0
      ? [
          frameless(
            Array.from({ length: across }, () => width),
            rows,
          ),
        ]
      : []),
    ...(paper.recipients.length > 0 ? [space, ...recipients] : []),
  ]
}

/** Two photos side by side, each with its caption below. */
export function annex(paper: Paper, bytes: PictureBytes): (Paragraph | Table)[] {
  if (paper.photos.length === 0) return []
  const half = Math.floor(textWidth / 2)
  const cells = paper.photos.map((photo, at) => {
    const image = picture(photo, { width: 290, height: 290 }, bytes)
    return cell(half, [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        children: image ? [image] : runs('—'),
      }),
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
