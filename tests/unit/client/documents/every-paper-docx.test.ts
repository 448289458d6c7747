import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { writeDocx } from '../../../../src/client/documents/write-docx.ts'
import { everyPaper } from '../../../support/every-paper.ts'

const languages = ['vi', 'en'] as const
const papers = languages.flatMap(language =>
  everyPaper(language).map((paper, at) => ({
    language,
    paper,
    name: `${at + 1}. ${paper.kind} ${paper.fileName}`,
  })),
)
const twips = (mm: number): number => Math.round((mm / 25.4) * 1440)

const plainText = (xml: string): string =>
  xml
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** Opened as a word processor does: each part of the file that is XML. */
async function open(paper: (typeof papers)[number]['paper']) {
  const files = unzipSync(new Uint8Array(await writeDocx(paper, new Map())))
  const parts = Object.entries(files)
    .filter(([name]) => /\.(?:xml|rels)$/u.test(name))
    .map(([name, bytes]) => [name, strFromU8(bytes)] as const)
  return { parts, document: new Map(parts).get('word/document.xml') ?? '' }
}

/** Names of elements that are not closed where they should be. */
function unbalanced(xml: string): readonly string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [, end, name = '', alone] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)(?:[^<>"]|"[^"<]*")*?(\/?)>/gu,
  )) {
    if (alone) continue
    if (!end) open.push(name)
    else if (open.pop() !== name) wrong.push(name)
  }
  return [...wrong, ...open]
}

const paragraphs = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) =>
    // A line that is broken by hand is the same line.
    plainText(
      [...paragraph.matchAll(/<w:br\/>|<w:t[ >][^<]*<\/w:t>/gu)]
        .map(([part]) => (part === '<w:br/>' ? ' ' : part.replace(/<[^>]*>/gu, '')))
        .join(''),
    ),
  )

describe.each(papers)('$language $name', ({ language, paper }) => {
  const opened = open(paper)

  test('is whole XML in Times New Roman on A4 with the margins of the decree', async () => {
    const { parts, document } = await opened
    for (const [name, xml] of parts) expect(unbalanced(xml), name).toEqual([])
    const fonts = [...document.matchAll(/w:(?:ascii|hAnsi|cs|eastAsia)="([^"]+)"/gu)].map(([, font]) => font)
    expect(new Set(fonts)).toEqual(new Set(['Times New Roman']))
    const [upright, ...across] = [...document.matchAll(/<w:sectPr.*?<\/w:sectPr>/gsu)].map(
      ([section]) => section,
    )
    expect(upright).toContain(`<w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"`)
    for (const [side, mm] of Object.entries({ top: 20, bottom: 20, left: 30, right: 20 }))
      expect(upright).toMatch(new RegExp(`<w:pgMar[^>]*w:${side}="${twips(mm)}"`, 'u'))
    expect(across).toHaveLength(paper.annexes?.length ?? 0)
    for (const [at, section] of across.entries()) {
      const [width, height] = paper.annexes?.[at]?.isUpright ? [210, 297] : [297, 210]
      expect(section).toContain(`<w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"`)
    }
  })

  test('keeps its tables on the page, every row as long as its head, the head on each page', async () => {
    const { document } = await opened
    const tables = [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gsu)].map(([table]) => table)
    const own = [...paper.blocks, ...(paper.annexes ?? []).flatMap(({ blocks }) => blocks)]
    const framed = tables.filter(table => table.includes('<w:tblHeader'))
    expect(framed).toHaveLength(own.filter(({ type }) => type === 'table').length)
    const widest = twips(297) - twips(20) - twips(20)
    for (const table of tables) {
      const columns = [...table.matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(([, width]) => Number(width))
      expect(columns.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(
        paper.annexes ? widest : twips(210) - twips(30) - twips(20),
      )
      for (const [row] of table.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gsu))
        expect(row.match(/<w:tc>/gu)?.length).toBe(columns.length)
    }
  })

  test('says who, what and to whom, and nothing that only the app understands', async () => {
    const said = paragraphs((await opened).document)
    const plain = said.map(text => text.replaceAll('\u00A0', ' '))
    for (const line of [paper.state, paper.motto, paper.kind, paper.placeAndDate])
      expect(said).toContain(line)
    for (const { title, name } of paper.signers)
      for (const line of [...title, name]) expect(said).toContain(line.replaceAll('\n', ' '))
    expect(paper.signers.length).toBeGreaterThan(0)
    // Forms and lists that get no number stay in the house.
    expect(paper.recipients.length).toBeGreaterThanOrEqual(paper.number === '' ? 0 : 2)
    for (const line of paper.recipients) expect(said).toContain(line)
    for (const line of paper.recipients) expect(line).toMatch(/^- .*[;.]$/u)
    const text = plain.join('\n')
    expect(text).not.toMatch(/undefined|NaN|\[object|null|\{\{|\}\}/u)
    expect(text).not.toMatch(/\b\d{4}-\d{2}-\d{2}\b/u)
    expect(text).not.toMatch(/@20\d\d|\b(?:audit|finding|auditReport|declaration|road|training)\.\w+\./u)
    const foreign =
      language === 'vi'
        ? /\b(?:Recipients|Evidence|Clause|Annex|Signature|Filed?|None)\b/u
        : /Nơi nhận|Điều khoản|Bằng chứng|\(Ký, /u
    expect(text).not.toMatch(foreign)
  })

  test('does not leave its signatures alone on a page', async () => {
    const { document } = await opened
    const text = plainText(document)
    const body = text.slice(0, text.lastIndexOf(`>${paper.signers[0]?.title[0]}<`))
    // What stands last before the signatures goes with them.
    const before = [...body.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gsu)].map(([one]) => one).slice(-3)
    expect(before.filter(one => one.includes('<w:keepNext'))).not.toHaveLength(0)
    expect(before.some(one => one.includes('<w:t') && one.includes('<w:keepNext'))).toBe(true)
  })
})
