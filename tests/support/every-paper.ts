import en from '../../locales/en/papers.json' with { type: 'json' }
import vi from '../../locales/vi/papers.json' with { type: 'json' }
import { createUnitTree } from '../../src/domain/people/unit-tree.ts'
import { readAudit } from '../../src/domain/audits/audit.ts'
import { readAuditYear } from '../../src/domain/audits/audit-year.ts'
import { reportPaper } from '../../src/domain/reports/papers/report-paper.ts'
import { carPaper } from '../../src/domain/reports/papers/car-paper.ts'
import {
  checklistPaper,
  minutesPaper,
  planPaper,
  programmePaper,
} from '../../src/domain/reports/papers/audit-papers.ts'
import { teamPaper } from '../../src/domain/reports/papers/team-paper.ts'
import { declarationPaper, reviewPaper } from '../../src/domain/reports/papers/road-papers.ts'
import { paperFrame } from '../../src/domain/reports/papers/paper-frame.ts'
import type { Signing } from '../../src/domain/qms/settings.ts'
import type { Paper } from '../../src/domain/reports/papers/paper.ts'
import type { PaperNames } from '../../src/domain/reports/papers/paper-words.ts'
import { readDeclaration } from '../../src/domain/qms/declaration.ts'
import { readManagementReview } from '../../src/domain/qms/management-review.ts'
import { readReport } from '../../src/domain/audits/report.ts'
import type { ReportContent } from '../../src/domain/audits/report-content.ts'
import { judgeEffect } from '../../src/domain/qms/effect/judge-effect.ts'
import { judgeGates } from '../../src/domain/qms/judge-gates.ts'
import { defaultQmsSettings } from '../../src/domain/qms/qms-facts.ts'
import { decisionPaper } from '../../src/domain/reports/papers/decision-paper.ts'
import { effectPaper } from '../../src/domain/reports/papers/effect-paper.ts'
import { readinessPaper } from '../../src/domain/reports/papers/readiness-paper.ts'
import { registerPaper } from '../../src/domain/reports/papers/register-paper.ts'
import { amendedFinding, facts, finding, issuedDocument, stored } from './qms-facts.ts'
import enTables from '../../locales/en/tables.json' with { type: 'json' }
import viTables from '../../locales/vi/tables.json' with { type: 'json' }
import { formatDate, formatDateTime } from '../../src/client/i18n/format.ts'
import { getTrainingTopic } from '../../src/domain/qms/training-topics.ts'
import { readTraining } from '../../src/domain/qms/training.ts'
import { attendancePaper, certificatesPaper } from '../../src/domain/reports/papers/training-papers.ts'
import { progressFigures } from '../../src/domain/reports/progress/progress-figures.ts'
import { progressKinds, progressPaper } from '../../src/domain/reports/progress/progress-paper.ts'
import type { TableNames } from '../../src/domain/reports/tables/report-table.ts'
import { aCommuneRecord, dayOf } from './a-commune-record.ts'
import { wordsOf } from './words-of.ts'

const tableTexts = { vi: viTables, en: enTables }
export const sha = (digit: string): string => digit.repeat(64)
const photo = { type: 'image/jpeg', size: 5, width: 800, height: 600, thumb: null }

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

/** Frame and names of a commune's papers in a language. */
export function given(
  language: keyof typeof languages,
  date: string | undefined = '2018-01-05',
  signing: Signing = 'committee',
) {
  const words = wordsOf(languages[language])
  const names: PaperNames = {
    words,
    person: id => `Ông ${id}`,
    area: id => `Bộ phận ${id}`,
    clause: (_, id) => id,
    grade: grade => grade,
    verdict: verdict => verdict,
    date: day => (day === '' ? '' : formatDate(day)),
    time: formatDateTime,
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

/** Every paper that the app makes, from a few facts. */
export function everyPaper(language: keyof typeof languages): readonly Paper[] {
  const { names, frame } = given(language)
  const report = readReport(
    stored({ head: { audit: content.audit, hash: sha('d'), parts: 1, lead: 'tuan' } }),
  )
  const issued = new Map([['06010/2017/4-1/7-1', amendedFinding()]])
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
    reportPaper({ report, content, issued, frame, names, fileOf: () => photo as never }),
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
    declarationPaper({ declaration: readDeclaration([]), replaced: undefined, frame, names }),
    declarationPaper({ declaration: signedDeclaration, replaced: readDeclaration([]), frame, names }),
    decisionPaper({
      declaration: readDeclaration([]),
      replaced: undefined,
      agency: 'xã Cao Minh',
      frame,
      names,
    }),
    decisionPaper({
      declaration: signedDeclaration,
      replaced: signedDeclaration,
      agency: 'xã Cao Minh',
      frame,
      names,
    }),
    attendancePaper({ ...held, frame, names }),
    certificatesPaper({ ...held, frame, names, results: new Map() }),
    ...progressPapers(language),
  ]
}

const signedDeclaration = readDeclaration(
  stored({
    standard: '2008',
    'text/address': 'Thôn 1, xã Cao Minh',
    'text/bases': 'Căn cứ Quyết định số 19/2014/QĐ-TTg;',
    'days/effectiveOn': '2018-01-05',
    signed: {
      procedures: [{ title: 'Chứng thực bản sao từ bản chính', area: 'Tư pháp' }],
      signature: sha('e'),
      gates: {},
    },
  }),
)

const held = {
  training: readTraining(
    stored({
      topic: 'aware',
      'days/held': '2017-11-20',
      hours: 4,
      'text/place': 'Hội trường',
      'invited/an': true,
      'attendance/an': { name: 'Nông Thị Hà', post: 'Công chức Văn phòng' },
    }),
  ),
  topic: getTrainingTopic('aware'),
  title: 'Nhận thức',
}

function progressPapers(language: keyof typeof languages): readonly Paper[] {
  const { names, frame } = given(language)
  const today = '2018-02-01'
  const communes = [aCommuneRecord('6010', today, {}), aCommuneRecord('6011', today, {})]
  const tables: TableNames = {
    words: wordsOf(tableTexts[language]),
    text: text => text[language] ?? text['vi'] ?? '',
    person: names.person,
    owners: ({ roles, office }) => [...roles, office].join(' '),
    area: names.area,
    grade: grade => grade,
    state: (_, state) => state,
  }
  return progressKinds.map(kind => {
    const span =
      kind === 'pilot' ? { from: '0001-01-01', to: today } : { from: '2018-01-01', to: '2018-01-31' }
    return progressPaper({
      kind,
      figures: progressFigures(communes, { ...span, today, dayOf }),
      names: tables,
      paperWords: names.words,
      frame,
      date: names.date,
      programme: 'Kế hoạch 174/KH-UBND',
      ...span,
      today,
    })
  })
}
