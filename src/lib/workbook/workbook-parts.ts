import { encodeXmlText } from './xml-text.ts'

/** The fixed text of a workbook's parts; the sheets themselves come from `createWorkbookWriter`. */

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`

export const packageRelationshipsXml = `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

/** Style 0 is plain, style 1 the bold one of headers. */
export const stylesXml = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

export const workbookXml = (names: readonly string[]): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
    .map(
      (name, index) => `<sheet name="${encodeXmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    )
    .join('')}</sheets></workbook>`

export const workbookRelationshipsXml = (sheets: number): string => {
  const relationship = (index: number, kind: string, target: string): string =>
    `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`
  const all = eachSheet(sheets, index => relationship(index, 'worksheet', `worksheets/sheet${index + 1}.xml`))
  return `${head}<Relationships xmlns="${relations}">${all}${relationship(sheets, 'styles', 'styles.xml')}</Relationships>`
}

export const contentTypesXml = (sheets: number): string => {
  const override = (path: string, kind: string): string =>
    `<Override PartName="/${path}" ContentType="${sheetType}.${kind}+xml"/>`
  const all = eachSheet(sheets, index => override(sheetPath(index), 'worksheet'))
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${all}</Types>`
}

/** What comes before the rows: the header frozen, the columns as wide as `widths` says, in characters. */
export const sheetHeadXml = (widths: readonly number[]): string => {
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const columns = widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  return `${head}<worksheet xmlns="${main}">${columns && `${frozen}<cols>${columns}</cols>`}<sheetData>`
}

export const sheetEndXml = '</sheetData></worksheet>'

const eachSheet = (sheets: number, xmlOf: (index: number) => string): string =>
  Array.from({ length: sheets }, (_, index) => xmlOf(index)).join('')
