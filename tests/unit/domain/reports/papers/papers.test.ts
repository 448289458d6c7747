import { describe, expect, test } from 'vitest'
import en from '../../../../../locales/en/papers.json' with { type: 'json' }
import vi from '../../../../../locales/vi/papers.json' with { type: 'json' }
import { createUnitTree } from '../../../../../src/domain/people/unit-tree.ts'
import { readAudit } from '../../../../../src/domain/audits/audit.ts'
import { readAuditYear } from '../../../../../src/domain/audits/audit-year.ts'
import { listRecipients, reportPaper } from '../../../../../src/domain/reports/papers/report-paper.ts'
import { carPaper } from '../../../../../src/domain/reports/papers/car-paper.ts'
import {
  checklistPaper,
  minutesPaper,
  planPaper,
  programmePaper,
} from '../../../../../src/domain/reports/papers/audit-papers.ts'
import { teamPaper } from '../../../../../src/domain/reports/papers/team-paper.ts'
import { declarationPaper, reviewPaper } from '../../../../../src/domain/reports/papers/road-papers.ts'
import { paperFrame } from '../../../../../src/domain/reports/papers/paper-frame.ts'
import type { Signing } from '../../../../../src/domain/qms/settings.ts'
import type { Paper } from '../../../../../src/domain/reports/papers/paper.ts'
import type { PaperNames } from '../../../../../src/domain/reports/papers/paper-words.ts'
import { readDeclaration } from '../../../../../src/domain/qms/declaration.ts'
import { readManagementReview } from '../../../../../src/domain/qms/management-review.ts'
import { readReport } from '../../../../../src/domain/audits/report.ts'
import type { ReportContent } from '../../../../../src/domain/audits/report-content.ts'
import { judgeEffect } from '../../../../../src/domain/qms/effect/judge-effect.ts'
import { judgeGates } from '../../../../../src/domain/qms/judge-gates.ts'
import { defaultQmsSettings } from '../../../../../src/domain/qms/qms-facts.ts'
import { effectPaper } from '../../../../../src/domain/reports/papers/effect-paper.ts'
import { readinessPaper } from '../../../../../src/domain/reports/papers/readiness-paper.ts'
import { registerPaper } from '../../../../../src/domain/reports/papers/register-paper.ts'
import { facts, finding, issuedDocument, stored } from '../../../../support/qms-facts.ts'

const sha = (digit: string): string => digit.repeat(64)
const photo = { type: 'image/jpeg', size: 5, width: 800, height: 600, thumb: null }

/** Words as the app has them; a key that is in no file is a fault. */
function wordsOf(texts: object) {
  return (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    let found: unknown = texts
    for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part]
    if (typeof found !== 'string') throw new Error(`no words for ${key}`)
    return found.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name]))
  }
}

const tree = createUnitTree([
  {
    id: 'h',
    code: '180',
    kind: 'district',
    name: 'Tràng Định',
    fullName: 'Huyện Tràng Định',
    parent: null,
    from: '2017-01-01',
    to: null,
  },
  {
    id: 'x',
    code: '06010',
    kind: 'commune',
    name: 'Cao Minh',
    fullName: 'Xã Cao Minh',
    parent: 'h',
    from: '2017-01-01',
    to: null,
  },
])
const unit = tree.get('x')!
const languages = { vi, en } as const

function given(
  language: keyof typeof languages,
  date: string | undefined = '2018-01-05',
  signing: Signing = 'committee',
) {
  const words = wordsOf(languages[language])
  const names: PaperNames = {
    words,
    person: id => `<${id}>`,
    area: id => `[${id}]`,
    clause: (_, id) => id,
    grade: grade => grade,
    verdict: verdict => verdict,
    date: day => day,
    time: at => String(at),
    item: id => id,
  }
  return { names, frame: paperFrame({ unit, tree, date, words, language, hasParent: true, signing }) }
}

const content: ReportContent = {
  schema: 'auditReport/1',
  audit: 'audit.2017.4-1.x',
  number: '06010/2017/4-1',
  unit: 'x',
  standard: '2008',
  checklist: null,
  from: '2017-11-20',
  to: '2017-11-21',
  lead: 'tuan',
  team: ['tuan', 'van'],
  timetable: [],
  texts: { summary: 'Tốt', conclusion: 'Phù hợp', recipients: 'Sở KH&CN; Lưu: VT' },
  checks: [
    {
      item: 'i1',
      area: 'oneStop',
      clauses: ['4.2.3'],
      verdict: 'minor',
      note: 'x',
      proof: '',
      author: 'van',
      recordedAt: 1,
      photos: [sha('a')],
    },
    {
      item: 'i2',
      area: 'oneStop',
      clauses: ['8.3'],
      verdict: 'not_checked',
      note: 'Vắng mặt',
      proof: '',
      author: 'van',
      recordedAt: 1,
      photos: [],
    },
  ],
  findings: [
    {
      number: '06010/2017/4-1/7-1',
      grade: 'minor',
      clauses: ['4.2.3'],
      area: 'oneStop',
      requirement: 'R',
      proof: 'P',
      nature: 'Bản cũ',
      responsible: '',
      photos: [sha('a')],
    },
  ],
  chain: sha('c'),
}

const effect = judgeEffect(
  {
    qms: facts({ documents: new Map([['d', issuedDocument('2017-11-15')]]) }),
    survey: undefined,
    citizens: [{ on: '2017-11-20', isSatisfied: true }],
    evaluation: {
      thing: 'e',
      isSent: false,
      on: undefined,
      useScore: 75,
      answers: {
        ef_u1: 'yes',
        ef_c1: 'ok',
        ef_c2: 'Số liệu tốt lên',
        ef_u6: ['faster'],
        'ef_comp@ef_months.3': 0,
      },
    },
    findForm: () => undefined,
    dayOf: String,
  },
  '2018-03-01',
)

function papers(language: keyof typeof languages): readonly Paper[] {
  const { names, frame } = given(language)
  const report = readReport(
    stored({ head: { audit: content.audit, hash: sha('d'), parts: 1, lead: 'tuan' } }),
  )
  const audit = readAudit(
    stored({
      from: '2017-11-20',
      to: '2017-11-21',
      'team/tuan': { isLead: true },
      'timetable/a': {
        area: 'oneStop',
        clauses: ['4.2.3'],
        auditor: 'tuan',
        host: '',
        day: '2017-11-20',
        start: '08:00',
        end: '09:00',
        note: '',
      },
    }),
  )
  const audited = { name: { year: 2017, audit: '4-1', unit: 'x' }, audit, names, frame }
  return [
    reportPaper({ report, content, frame, names, fileOf: () => photo as never }),
    planPaper(audited),
    teamPaper({ ...audited, agency: 'xã Cao Minh' }),
    checklistPaper({ ...audited, planned: [] }),
    minutesPaper({ ...audited, meeting: 'opening' }),
    minutesPaper({ ...audited, meeting: 'closing' }),
    programmePaper({ year: 2017, programme: readAuditYear([]), frame, names }),
    carPaper({
      name: { ...audited.name, finding: '7-1' },
      finding: finding('minor', ['accepted', 'verified'], { effectiveness: 'effective' }),
      frame,
      names,
    }),
    reviewPaper({ review: readManagementReview(stored({ on: '2017-12-01' })), frame, names }),
    registerPaper({
      documents: new Map([
        ['d1', issuedDocument('2017-11-15', { 'text/title': 'Sổ tay chất lượng', 'text/code': 'STCL' })],
      ]),
      road: facts().road,
      missing: ['Chính sách chất lượng'],
      kindOf: kind => kind,
      stateOf: state => state,
      frame,
      names,
    }),
    readinessPaper({
      gates: judgeGates(facts(), defaultQmsSettings, '2018-01-05'),
      text: text => text['vi'] ?? '',
      why: ({ code }) => code,
      frame,
      names,
    }),
    effectPaper({
      effect,
      text: text => text['vi'] ?? '',
      number: String,
      option: (_, value) => value,
      frame,
      names,
    }),
    declarationPaper({ declaration: readDeclaration([]), replaced: readDeclaration([]), frame, names }),
  ]
}

describe('papers', () => {
  test.each(['vi', 'en'] as const)(
    'have all their words in %s, and no number but the clerk’s blank',
    language => {
      for (const paper of papers(language)) {
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
      parentAgency: 'UBND HUYỆN TRÀNG ĐỊNH',
      agency: 'ỦY BAN NHÂN DÂN XÃ CAO MINH',
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
        ['1', '<tuan>', 'Trưởng đoàn', '[leadership]'],
        ['2', '<an>', 'Thành viên', '[oneStop], [land]'],
      ],
    })
    const text = JSON.stringify(blocks)
    for (const words of ['19/2014/QĐ-TTg', 'Quy trình QT-01', '2017-11-20 – 2017-11-21', 'Điều 4.'])
      expect(text).toContain(words)
  })

  test('a report tells its hash and chain, what was not checked and why, and shows each photo once', () => {
    const [report] = papers('vi')
    expect(report?.marks.join(' ')).toContain(sha('d'))
    expect(report?.marks.join(' ')).toContain(sha('c'))
    expect(JSON.stringify(report?.blocks)).toContain('Vắng mặt')
    expect(report?.photos.map(({ sha256 }) => sha256)).toEqual([sha('a')])
    expect(report?.photos[0]?.caption).toContain('7-1')
    expect(report?.recipients).toEqual(['- Sở KH&CN;', '- Lưu: VT.'])
  })

  test('the list of documents tells edition, decision and day, and what is still missing', () => {
    const register = JSON.stringify(
      papers('vi').find(({ fileName }) => fileName === 'Danh muc tai lieu')?.blocks,
    )
    expect(register).toContain(
      '["1","STCL","Sổ tay chất lượng","procedure","1","12/QĐ-UBND, 2017-11-15","issued"]',
    )
    expect(register).toContain('- Chính sách chất lượng')
  })

  test('the readiness checklist has every one of the 29 conditions, with its reason', () => {
    const paper = papers('vi').find(({ fileName }) => fileName.startsWith('Phieu kiem tra'))
    const rows = paper?.blocks.flatMap(block => (block.type === 'table' ? block.rows : [])) ?? []
    expect(rows.map(([order]) => Number(order)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 29 }, (_, n) => n + 1),
    )
    expect(rows.every(row => row[2] !== '' && row[3] !== '')).toBe(true)
  })

  test('the report on the effect has seventeen indicators, hides one citizen’s answer, and says that it is a draft', () => {
    const paper = papers('vi').find(({ fileName }) => fileName.startsWith('Bao cao hieu qua'))
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
