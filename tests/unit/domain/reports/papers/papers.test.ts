import { describe, expect, test } from 'vitest'
import { readAudit } from '../../../../../src/domain/audits/audit.ts'
import { readAuditYear } from '../../../../../src/domain/audits/audit-year.ts'
import { readDeclaration } from '../../../../../src/domain/qms/declaration.ts'
import { gates } from '../../../../../src/domain/qms/gates.ts'
import { judgeGates } from '../../../../../src/domain/qms/judge-gates.ts'
import { defaultQmsSettings } from '../../../../../src/domain/qms/qms-facts.ts'
import { roadFields } from '../../../../../src/domain/qms/road-fields.ts'
import { readRoad } from '../../../../../src/domain/qms/road.ts'
import { minutesPaper, programmePaper } from '../../../../../src/domain/reports/papers/audit-papers.ts'
import { readinessPaper } from '../../../../../src/domain/reports/papers/readiness-paper.ts'
import { listRecipients } from '../../../../../src/domain/reports/papers/report-paper.ts'
import { declarationPaper } from '../../../../../src/domain/reports/papers/road-papers.ts'
import { teamPaper } from '../../../../../src/domain/reports/papers/team-paper.ts'
import { everyPaper, given, sha } from '../../../../support/every-paper.ts'
import { facts, stored } from '../../../../support/qms-facts.ts'

describe('papers', () => {
  test.each(['vi', 'en'] as const)(
    'have all their words in %s, and no number but the clerk’s blank',
    language => {
      for (const paper of everyPaper(language)) {
        expect(JSON.stringify(paper)).not.toContain('{{')
        expect(paper.number).not.toMatch(/\d/u)
        expect(paper.kind).toBe(paper.kind.toUpperCase())
        expect(paper.fileName).toMatch(/^[\w .-]+$/u)
      }
    },
  )

  test('name the agency, the one above and the day as the decree writes them', () => {
    const { frame } = given('vi')
    expect(frame).toMatchObject({
      // The name of a unit never breaks: a line may end before it.
      parentAgency: 'UBND HUYỆN\u00A0TRÀNG\u00A0ĐỊNH',
      agency: 'ỦY BAN NHÂN DÂN XÃ\u00A0CAO\u00A0MINH',
      placeAndDate: 'Cao Minh, ngày 05 tháng 01 năm 2018',
    })
    expect(given('vi', '2018-11-25').frame.placeAndDate).toBe('Cao Minh, ngày 25 tháng 11 năm 2018')
    expect(given('vi', '2018-03-05').frame.placeAndDate).toBe('Cao Minh, ngày 05 tháng 3 năm 2018')
  })

  test.each([
    ['committee', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    ['chair', ['CHỦ TỊCH']],
    ['deputy', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  ] as const)('are signed with the authority that the province has set: %s', (signing, lines) => {
    const { frame, names } = given('vi', '2018-01-05', signing)
    const programme = programmePaper({ year: 2017, programme: readAuditYear([]), frame, names })
    const declaration = declarationPaper({
      declaration: readDeclaration([]),
      replaced: undefined,
      frame,
      names,
    })
    expect(declaration.signers[0]?.title).toEqual(lines)
    expect(programme.signers.at(-1)?.title).toEqual(['PHÊ DUYỆT', ...lines])
  })

  test('the decision on the team names its lead first, who audits what, the bases and the days', () => {
    const { frame, names } = given('vi')
    const member = (area: string, auditor: string) => ({
      area,
      auditor,
      clauses: ['4.2'],
      host: '',
      day: '2017-11-20',
      start: '08:00',
      end: '09:00',
      note: '',
    })
    const audit = readAudit(
      stored({
        from: '2017-11-20',
        to: '2017-11-21',
        'text/criteria': 'Quy trình QT-01',
        'team/an': { isLead: false },
        'team/tuan': { isLead: true },
        'timetable/a': member('oneStop', 'an'),
        'timetable/b': member('land', 'an'),
        'timetable/c': member('leadership', 'tuan'),
      }),
    )
    const name = { year: 2017, audit: '4-1', unit: 'x' }
    const { blocks, number, kind } = teamPaper({ name, audit, agency: 'xã Cao Minh', frame, names })
    expect([kind, number]).toEqual(['QUYẾT ĐỊNH', 'Số:          /QĐ-UBND'])
    expect(blocks.find(({ type }) => type === 'table')).toMatchObject({
      rows: [
        ['1', 'Ông tuan', 'Trưởng đoàn', 'Bộ phận leadership'],
        ['2', 'Ông an', 'Thành viên', 'Bộ phận oneStop, Bộ phận land'],
      ],
    })
    const text = JSON.stringify(blocks)
    for (const words of ['19/2014/QĐ-TTg', 'Quy trình QT-01', '20/11/2017 – 21/11/2017', 'Điều 4.'])
      expect(text).toContain(words)
    const leads = blocks.flatMap(block => (block.type === 'text' && block.lead ? [block.lead] : []))
    expect(leads).toEqual(['Điều 1.', 'Điều 2.', 'Điều 3.', 'Điều 4.'])
  })

  test('the head signs a decision in their own name', () => {
    const { frame, names } = given('vi')
    const name = { year: 2017, audit: '4-1', unit: 'x' }
    const paper = teamPaper({ name, audit: readAudit([]), agency: 'xã Cao Minh', frame, names })
    expect(paper.signers.map(({ title }) => title)).toEqual([['CHỦ TỊCH']])
  })

  test('a decision to declare says from when, and what the declaration replaces; the scope is its annex', () => {
    const [, , second] = everyPaper('vi').filter(({ kind }) => kind === 'QUYẾT ĐỊNH')
    const text = JSON.stringify(second?.blocks)
    for (const words of [
      '19/2014/QĐ-TTg',
      'từ ngày 05/01/2018',
      'thay thế Bản công bố 05/01/2018',
      'xã Cao Minh',
    ])
      expect(text).toContain(words)
    const [, declaration] = everyPaper('vi').filter(({ kind }) => kind === 'BẢN CÔNG BỐ')
    expect(declaration?.annexes?.[0]).toMatchObject({
      title: 'PHỤ LỤC',
      blocks: [{ rows: [['1', 'Chứng thực bản sao từ bản chính', 'Tư pháp']] }],
    })
  })

  test('minutes leave lines to write on, and those of the closing count the findings that stand', () => {
    const { frame, names } = given('vi')
    const draft = (number: string, grade: string) => ({ [`findings/${number}/grade`]: grade })
    const audit = readAudit(
      stored({
        ...draft('1-1', 'minor'),
        ...draft('1-2', 'minor'),
        ...draft('1-3', 'major'),
        'findings/1-3/withdrawn': { reason: 'Nhầm' },
        'text/closingContent': 'Đoàn trình bày kết quả.',
      }),
    )
    const name = { year: 2017, audit: '4-1', unit: 'x' }
    const texts = (meeting: 'opening' | 'closing'): readonly string[] =>
      minutesPaper({ name, audit, meeting, frame, names }).blocks.flatMap(block =>
        block.type === 'heading' || block.type === 'text' ? [block.text] : [],
      )
    const line = '…'.repeat(30)
    expect(texts('opening')).toEqual(['Thành phần', line, line, line, 'Nội dung', line, line, line])
    expect(texts('closing').slice(4)).toEqual([
      'Nội dung',
      'Đoàn trình bày kết quả.',
      'Phát hiện của đoàn',
      'minor: 2.',
      'Ý kiến bên được đánh giá',
      line,
      line,
      line,
    ])
  })

  test.each(['report', 'effect'])('parts of the %s are numbered without a gap', which => {
    const paper = everyPaper('vi')[which === 'report' ? 0 : 11]
    const numbers = paper?.blocks.flatMap(block =>
      block.type === 'heading' ? [Number.parseInt(block.text, 10)] : [],
    )
    expect(numbers?.length).toBeGreaterThan(3)
    expect(numbers).toEqual(numbers?.map((_, at) => at + 1))
  })

  test('a report tells its hash and chain, what was not checked and why, and shows each photo once', () => {
    const [report] = everyPaper('vi')
    expect(report?.marks.join(' ')).toContain(sha('d'))
    expect(report?.marks.join(' ')).toContain(sha('c'))
    expect(JSON.stringify(report?.blocks)).toContain('Vắng mặt')
    expect(report?.photos.map(({ sha256 }) => sha256)).toEqual([sha('a')])
    expect(report?.photos[0]?.caption).toContain('7-1')
    expect(report?.recipients).toEqual(['- Sở KH&CN;', '- Lưu: VT.'])
  })

  test('the list of documents tells edition, decision and day, and what is still missing', () => {
    const register = JSON.stringify(
      everyPaper('vi').find(({ fileName }) => fileName === 'Danh muc tai lieu')?.blocks,
    )
    expect(register).toContain(
      '["1","STCL","Sổ tay chất lượng","procedure","1","12/QĐ-UBND, 15/11/2017","issued"]',
    )
    expect(register).toContain('- Chính sách chất lượng')
  })

  test('the readiness checklist has every one of the 29 conditions, with its reason', () => {
    const paper = everyPaper('vi').find(({ fileName }) => fileName.startsWith('Phieu kiem tra'))
    const rows = paper?.blocks.flatMap(block => (block.type === 'table' ? block.rows : [])) ?? []
    expect(rows.map(([order]) => Number(order)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 29 }, (_, n) => n + 1),
    )
    expect(rows.every(row => row[2] !== '' && row[3] !== '')).toBe(true)
  })

  test('a condition judged otherwise than its figures tells the reason as it was written, and by whom', () => {
    const attended = gates.find(({ rule }) => rule === 'attendanceRate')
    const road = readRoad(
      stored({ [roadFields.gate(attended?.id ?? '')]: { value: 'met', reason: 'Đã xem tại chỗ.' } }),
    )
    const { frame, names } = given('vi')
    const paper = readinessPaper({
      gates: judgeGates(facts({ road }), defaultQmsSettings, '2018-01-05'),
      text: text => text['vi'] ?? '',
      why: ({ code }) => code,
      frame,
      names,
    })
    const rows = paper.blocks.flatMap(block => (block.type === 'table' ? block.rows : []))
    const [, , said] = rows.find(([, condition]) => condition === attended?.label['vi']) ?? []
    expect(said?.split('\n')).toEqual([
      expect.any(String),
      'Đã xem tại chỗ.',
      expect.stringContaining('Người xác nhận'),
    ])
  })

  test('the report on the effect has seventeen indicators, hides one citizen’s answer, and says that it is a draft', () => {
    const paper = everyPaper('vi').find(({ fileName }) => fileName.startsWith('Bao cao hieu qua'))
    const rows = paper?.blocks.flatMap(block => (block.type === 'table' ? block.rows : [])) ?? []
    expect(rows.filter(({ length }) => length === 7)).toHaveLength(17)
    expect(rows.find(([name]) => name?.startsWith('Tỷ lệ người dân hài lòng'))?.[2]).toBe('dưới 5 phiếu')
    expect(JSON.stringify(paper?.blocks)).toContain('Số liệu tốt lên')
    expect(paper?.marks.join('')).toContain('chưa gửi')
  })

  test('recipients stand a line each, whatever way they were typed', () => {
    expect(listRecipients(' - Chủ tịch\n-Lưu VT ', 'x')).toEqual(['- Chủ tịch;', '- Lưu VT.'])
    expect(listRecipients('  ', 'Như trên\nLưu: VT')).toEqual(['- Như trên;', '- Lưu: VT.'])
  })
})
