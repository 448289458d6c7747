import { strToU8, zipSync, type Zippable } from 'fflate'

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface XlsxParts {
  /** What lies in `sheetData` of each sheet. */
  readonly sheets?: readonly string[]
  /** What lies in `sst`. */
  readonly strings?: string
  /** What lies in `styleSheet`. */
  readonly styles?: string
  readonly workbookPr?: string
  /** More parts, or others for those above. */
  readonly others?: Readonly<Record<string, Uint8Array | string>>
}

/** The parts of a workbook as Excel names them, from the XML that a test is about. */
export function xlsxParts({ sheets = [''], strings, styles, workbookPr = '', others = {} }: XlsxParts) {
  const parts: Record<string, Uint8Array> = {}
  const put = (path: string, part: Uint8Array | string) => {
    parts[path] = typeof part === 'string' ? strToU8(part) : part
  }
  const list = sheets.map((_, i) => `<sheet name="Sheet${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
  const targets = sheets.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  if (strings !== undefined)
    targets.push(
      `<Relationship Id="rs" Type="${relationships}/sharedStrings" Target="/xl/sharedStrings.xml"/>`,
    )
  if (styles !== undefined)
    targets.push(`<Relationship Id="ry" Type="${relationships}/styles" Target="styles.xml"/>`)
  put('[Content_Types].xml', '<Types/>')
  put(
    'xl/workbook.xml',
    `<workbook xmlns:r="${relationships}">${workbookPr}<sheets>${list.join('')}</sheets></workbook>`,
  )
  put('xl/_rels/workbook.xml.rels', `<Relationships>${targets.join('')}</Relationships>`)
  sheets.forEach((xml, i) =>
    put(`xl/worksheets/sheet${i + 1}.xml`, `<worksheet><sheetData>${xml}</sheetData></worksheet>`),
  )
  if (strings !== undefined) put('xl/sharedStrings.xml', `<sst>${strings}</sst>`)
  if (styles !== undefined) put('xl/styles.xml', `<styleSheet>${styles}</styleSheet>`)
  for (const [path, part] of Object.entries(others)) put(path, part)
  return parts
}

export const anXlsx = (parts: XlsxParts, options: { level?: 0 | 6 | 9 } = {}): Uint8Array =>
  zipSync(xlsxParts(parts) satisfies Zippable, { level: options.level ?? 6, mtime: '1990-01-01T12:00:00' })
