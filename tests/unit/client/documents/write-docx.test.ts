import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { writeDocx } from '../../../../src/client/documents/write-docx.ts'
import type { Paper } from '../../../../src/domain/reports/papers/paper.ts'
import { smallPhoto } from '../../../e2e/support/photo.ts'

const sha = (digit: string): string => digit.repeat(64)
const paper: Paper = {
  fileName: 'Bao cao',
  language: 'vi',
  parentAgency: 'UBND HUYỆN TRÀNG ĐỊNH',
  agency: 'ỦY BAN NHÂN DÂN XÃ CAO MINH',
  state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: 'Số:          /BC-UBND',
  placeAndDate: 'Cao Minh, ngày 05 tháng 01 năm 2018',
  kind: 'BÁO CÁO',
  subject: 'Kết quả đánh giá nội bộ',
  blocks: [
    { type: 'heading', text: '1. Phạm vi' },
    { type: 'facts', rows: [['Tiêu chuẩn', 'TCVN ISO 9001:2008']] },
    { type: 'text', text: 'Hệ thống "được" duy trì <tốt> & rõ.' },
    {
      type: 'table',
      header: ['Điều khoản', 'Kết quả'],
      widths: [1, 2],
      rows: [['4.2.3', 'Khuyến nghị\nlần hai']],
    },
  ],
  signers: [
    { title: ['TRƯỞNG ĐOÀN'], name: 'Vi Quốc Tuấn', note: '(Ký)', picture: undefined },
    { title: ['ĐẠI DIỆN'], name: 'Lường Văn Sơn', note: '(Ký)', picture: undefined },
  ],
  recipientsTitle: 'Nơi nhận:',
  recipients: ['- Như trên;', '- Lưu: VT.'],
  marks: ['Mã nội dung: abc'],
  annexTitle: 'PHỤ LỤC ẢNH',
  photos: [
    { sha256: sha('a'), type: 'image/jpeg', width: 800, height: 400, caption: 'Quầy số 2' },
    { sha256: sha('b'), type: 'image/jpeg', width: 400, height: 800, caption: 'Ảnh chưa về' },
  ],
}

async function opened(one: Paper, bytes = new Map<string, ArrayBuffer>()) {
  const files = unzipSync(new Uint8Array(await writeDocx(one, bytes)))
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
  return {
    names: Object.keys(files),
    document: text('word/document.xml'),
    styles: text('word/styles.xml'),
    files,
  }
}

/** What a reader sees, paragraph by paragraph. */
const words = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(match => match[1]).join(''),
  )

describe('a paper as DOCX', () => {
  test('is an A4 page with the margins of the decree', async () => {
    const { document } = await opened(paper)
    const mm = (value: number): string => String(Math.round((value / 25.4) * 1440))
    expect(document).toContain(`<w:pgSz w:w="${mm(210)}" w:h="${mm(297)}"`)
    for (const [side, value] of [
      ['top', 20],
      ['bottom', 20],
      ['left', 30],
      ['right', 20],
    ] as const)
      expect(document).toMatch(new RegExp(`<w:pgMar[^>]*w:${side}="${mm(value)}"`, 'u'))
  })

  test('is set in Times New Roman, and the number of a page stands on none but the first', async () => {
    const { document, styles, names, files } = await opened(paper)
    expect(styles).toContain('Times New Roman')
    expect(new Set([...document.matchAll(/w:ascii="([^"]+)"/gu)].map(match => match[1]))).toEqual(
      new Set(['Times New Roman']),
    )
    expect(document).toContain('<w:titlePg')
    const headers = names
      .filter(name => /^word\/header\d+\.xml$/u.test(name))
      .map(name => strFromU8(files[name]!))
    expect(headers.filter(xml => xml.includes('PAGE'))).toHaveLength(1)
    expect(headers).toHaveLength(2)
  })

  test('says what it has to, and leaves the number to the clerk', async () => {
    const said = words((await opened(paper)).document)
    for (const line of [
      paper.parentAgency,
      paper.agency,
      paper.state,
      paper.motto,
      paper.kind,
      paper.placeAndDate,
    ])
      expect(said).toContain(line)
    expect(said).toContain('Số:          /BC-UBND')
    expect(said).toContain('Hệ thống &quot;được&quot; duy trì &lt;tốt&gt; &amp; rõ.')
    expect(said).toContain('Tiêu chuẩn: TCVN ISO 9001:2008')
    expect(said).toContain('- Lưu: VT.')
  })

  test('sets what leads a paragraph in bold, and lines of a fact as paragraphs of their own', async () => {
    const { document } = await opened({
      ...paper,
      blocks: [
        { type: 'text', lead: 'Điều 1.', text: 'Thành lập đoàn' },
        { type: 'facts', rows: [['Nguyên nhân', '1. Chưa giao người\n2. Chưa có lịch']] },
      ],
    })
    expect(words(document)).toEqual(
      expect.arrayContaining([
        'Điều 1. Thành lập đoàn',
        'Nguyên nhân: 1. Chưa giao người',
        '2. Chưa có lịch',
      ]),
    )
    expect(document).toMatch(/<w:b\/>(?:(?!<w:t[ >]).)*<w:t[^>]*>Điều 1\. </u)
    expect(document).not.toContain('<w:br/>')
  })

  test('draws rules as borders and keeps a table’s head on every page', async () => {
    const { document } = await opened(paper)
    expect(document).not.toMatch(/_{4,}/u)
    expect(document).toContain('<w:tblHeader')
    expect(document.match(/<w:pBdr>/gu)?.length).toBe(3)
  })

  test('puts photos into an annex at their proportions, and says which one is not here', async () => {
    const photo = smallPhoto(3)
    const bytes = new Map([[sha('a'), new Uint8Array(photo.buffer).slice().buffer]])
    const { document, names } = await opened(paper, bytes)
    expect(names.filter(name => name.startsWith('word/media/'))).toHaveLength(1)
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/u.exec(document) ?? []
    expect(Number(width) / Number(height)).toBeCloseTo(2, 1)
    expect(words(document)).toEqual(expect.arrayContaining(['1. Quầy số 2', '2. Ảnh chưa về', '—']))
  })

  test('begins its photos on the page of their title, and holds each with its caption', async () => {
    const { document } = await opened({ ...paper, photos: paper.photos.concat(paper.photos, paper.photos) })
    const annex = document.slice(document.indexOf('PHỤ LỤC ẢNH'))
    // A table kept with what follows goes to a page of its own in LibreOffice, away from its title.
    expect(annex).not.toContain('<w:keepNext')
    expect(annex.match(/<w:tr[ >]/gu)).toHaveLength(3)
    expect(annex.match(/<w:cantSplit/gu)).toHaveLength(3)
  })

  test('without photos has no annex', async () => {
    const { document } = await opened({ ...paper, photos: [] })
    expect(words(document)).not.toContain('PHỤ LỤC ẢNH')
  })
})

test('two rows of signatures stay on one page, with what stands before them', async () => {
  const five = Array.from({ length: 5 }, (_, at) => ({
    title: [`NGƯỜI ${at}`],
    name: `Người ký ${at}`,
    note: '(Ký)',
    picture: undefined,
  }))
  const { document } = await opened({ ...paper, signers: five, recipients: [], photos: [] })
  const from = document.indexOf('NGƯỜI 0')
  const paragraphs = [...document.slice(from).matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gsu)].map(
    ([one]) => one,
  )
  const last = paragraphs.findIndex(one => one.includes('NGƯỜI 3'))
  expect(last).toBeGreaterThan(5)
  // An empty place beside the signers has no say in it.
  const worded = paragraphs.slice(0, last).filter(one => one.includes('<w:t'))
  for (const one of worded) expect(one).toContain('<w:keepNext')
  expect(paragraphs.slice(last).find(one => one.includes('Người ký 4'))).not.toContain('<w:keepNext')
})

test('recipients below two signatures stay on their page', async () => {
  const { document } = await opened({ ...paper, photos: [] })
  const below = document.slice(document.indexOf('TRƯỞNG ĐOÀN'), document.indexOf('- Lưu: VT.'))
  const paragraphs = [...below.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gsu)].map(([one]) => one)
  expect(paragraphs.some(one => one.includes('Nơi nhận'))).toBe(true)
  for (const one of paragraphs) expect(one).toContain('<w:keepNext')
})

test('the last facts go to a new page with the signatures, those before them do not', async () => {
  const rows = ['Ngày', 'Đã làm', 'Kiểm tra', 'Hiệu lực', 'Đóng'].map(label => [label, 'Có'] as const)
  const { document } = await opened({ ...paper, blocks: [{ type: 'facts', rows }], photos: [] })
  const kept = rows.filter(([label]) =>
    [...document.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gsu)].some(
      ([one]) => one.includes(`>${label}: <`) && one.includes('<w:keepNext'),
    ),
  )
  expect(kept.map(([label]) => label)).toEqual(['Kiểm tra', 'Hiệu lực', 'Đóng'])
})

test('signatures in rows of three take less room than two side by side', async () => {
  const room = async (count: number): Promise<number> => {
    const signers = Array.from({ length: count }, () => paper.signers[0]!)
    const { document } = await opened({ ...paper, signers, photos: [] })
    const [, height] = /TRƯỞNG ĐOÀN.*?<w:spacing w:line="(\d+)" w:lineRule="exact"/su.exec(document) ?? []
    return Number(height)
  }
  expect(await room(2)).toBe(1000)
  expect(await room(5)).toBe(800)
})
