import type { AuditName } from '../../audits/audit-number.ts'
import { formatAuditNumber } from '../../audits/audit-number.ts'
import { leadOf, type Audit } from '../../audits/audit.ts'
import type { AuditYear } from '../../audits/audit-year.ts'
import type { PlannedCheck } from '../../audits/checklist.ts'
import { isPhoto } from '../../responses/evidence-file.ts'
import type { Paper, PaperBlock, PaperSigner } from './paper.ts'
import type { PaperFrame } from './paper-frame.ts'
import type { PaperNames } from './paper-words.ts'
import { listRecipients, paragraphs, sizeOf } from './report-paper.ts'

interface Given {
  readonly name: AuditName
  readonly audit: Audit
  readonly frame: PaperFrame
  readonly names: PaperNames
}

const blank = (title: string, note: string, name = ''): PaperSigner => ({
  title: [title.toUpperCase()],
  name,
  note,
  picture: undefined,
})

const approvedBy = ({ frame, names }: Pick<Given, 'frame' | 'names'>): readonly string[] => [
  names.words('signer.approved').toUpperCase(),
  ...frame.authority,
]

const titled = (title: string, text: string | undefined): readonly PaperBlock[] =>
  text?.trim() ? [{ type: 'heading', text: title }, ...paragraphs(text)] : []

/** Lines to write on by hand, where nothing was typed. */
const toFill = (title: string, text: string | undefined): readonly PaperBlock[] => [
  { type: 'heading', text: title },
  ...(text?.trim()
    ? paragraphs(text)
    : paragraphs(Array.from({ length: 3 }, () => '…'.repeat(30)).join('\n'))),
]

/** How many findings of each grade the team had; withdrawn ones do not count. */
function countFindings({ findings }: Audit, { words, grade }: PaperNames): string {
  const standing = [...findings.values()].filter(({ withdrawn }) => withdrawn === undefined)
  const counted = (['major', 'minor', 'ofi', 'strength'] as const).flatMap(one => {
    const count = standing.filter(finding => finding.grade === one).length
    return count === 0 ? [] : [`${grade(one)}: ${count}`]
  })
  return counted.length === 0 ? words('report.none') : `${counted.join('; ')}.`
}

/** The plan of one audit with its timetable (BM-03-02). */
export function planPaper(given: Given): Paper {
  const { name, audit, frame, names } = given
  const { words, person, area, date, time } = names
  const { texts, from = '', to = '' } = audit
  const lead = leadOf(audit)
  const number = formatAuditNumber(name)
  return {
    ...frame,
    fileName: words('plan.file', { number: number.replaceAll('/', '-') }),
    number: words('number', { symbol: 'CTr-UBND' }),
    kind: words('plan.kind'),
    subject: words('plan.subject', { number }),
    blocks: [
      {
        type: 'facts',
        rows: [
          [words('fact.number'), number],
          [words('fact.standard'), words(`standard.${audit.standard}`)],
          [words('fact.days'), from === to ? date(from) : `${date(from)} – ${date(to)}`],
          [words('fact.place'), texts.place ?? ''],
          [words('fact.purpose'), texts.purpose ?? ''],
          [words('fact.scope'), texts.scope ?? ''],
          [words('fact.criteria'), texts.criteria ?? ''],
          [words('fact.lead'), lead === undefined ? '' : person(lead)],
          [
            words('fact.members'),
            [...audit.team.keys()]
              .filter(member => member !== lead)
              .map(person)
              .join(', '),
          ],
          [words('fact.opening'), audit.opening === undefined ? '' : time(audit.opening)],
          [words('fact.closing'), audit.closing === undefined ? '' : time(audit.closing)],
        ],
      },
      { type: 'heading', text: words('plan.timetable') },
      {
        type: 'table',
        header: ['time', 'area', 'clauses', 'auditor', 'host'].map(key => words(`column.${key}`)),
        widths: [2.4, 2.4, 4.6, 2.4, 2.2],
        rows: audit.timetable.map(row => [
          `${date(row.day)}\n${row.start} – ${row.end}`,
          area(row.area),
          row.clauses.join(', '),
          person(row.auditor),
          row.host,
        ]),
      },
    ],
    signers: [
      blank(words('signer.lead'), words('signNote'), lead === undefined ? '' : person(lead)),
      { ...blank(words('signer.approved'), words('sealNote')), title: approvedBy(given) },
    ],
    recipients: listRecipients(texts.recipients, words('recipientsUsual')),
    marks: [],
    photos: [],
  }
}

/** The question and note sheet, filled (BM-03-03). */
export function checklistPaper(given: Given & { readonly planned: readonly PlannedCheck[] }): Paper {
  const { name, audit, frame, names, planned } = given
  const { words, person, area, item, verdict, time } = names
  const number = formatAuditNumber(name)
  const rows = planned.flatMap(({ key, item: asked, area: where }) => {
    const check = audit.checks.get(key)
    const evidence = [
      check?.proof,
      check?.interviewed && `${words('part.interviewed')}: ${check.interviewed}`,
      ...(check?.sampled ?? []).map(one =>
        [one.file, one.verdict && verdict(one.verdict), one.note].filter(Boolean).join(' – '),
      ),
    ]
    return [
      [
        asked.clauses.join(', '),
        `${item(asked.id)}${asked.isCritical ? ` (${words('critical')})` : ''}\n${area(where)}`,
        evidence.filter(Boolean).join('\n'),
        check?.verdict ? verdict(check.verdict.value) : '',
        [
          check?.note,
          check?.verdict &&
            words('recorded', { name: person(check.verdict.author), time: time(check.verdict.at) }),
          check?.happened && words('happened', { time: time(check.happened) }),
        ]
          .filter(Boolean)
          .join('\n'),
      ],
    ]
  })
  return {
    ...frame,
    fileName: words('checklist.file', { number: number.replaceAll('/', '-') }),
    number: '',
    kind: words('checklist.kind'),
    subject: words('checklist.subject', { number }),
    blocks: [
      {
        type: 'table',
        header: ['clause', 'question', 'evidence', 'result', 'note'].map(key => words(`column.${key}`)),
        widths: [1.2, 5.2, 3.2, 1.5, 2.6],
        rows,
      },
    ],
    signers: [...audit.team.keys()].map(member =>
      blank(words('signer.auditor'), words('signNote'), person(member)),
    ),
    recipients: [],
    marks: [],
    photos: planned.flatMap(({ key, item: asked, area: where }) =>
      Object.entries(audit.checks.get(key)?.photos ?? {}).flatMap(([sha256, file]) =>
        isPhoto(file)
          ? [
              {
                sha256,
                ...sizeOf(file),
                caption: words('caption.check', {
                  clause: asked.clauses.join(', '),
                  area: area(where),
                  item: item(asked.id),
                }),
              },
            ]
          : [],
      ),
    ),
  }
}

/** Minutes of the opening or closing meeting. */
export function minutesPaper(given: Given & { readonly meeting: 'opening' | 'closing' }): Paper {
  const { name, audit, frame, names, meeting } = given
  const { words, person, time } = names
  const { texts } = audit
  const number = formatAuditNumber(name)
  const lead = leadOf(audit)
  const at = audit[meeting]
  return {
    ...frame,
    fileName: words(`minutes.${meeting}.file`, { number: number.replaceAll('/', '-') }),
    number: words('number', { symbol: 'BB-UBND' }),
    kind: words('minutes.kind'),
    subject: words(`minutes.${meeting}.subject`, { number }),
    blocks: [
      {
        type: 'facts',
        rows: [
          [words('fact.time'), at === undefined ? '' : time(at)],
          [words('fact.place'), texts.place ?? ''],
          [words('fact.team'), [...audit.team.keys()].map(person).join(', ')],
        ],
      },
      ...toFill(words('minutes.attendees'), texts[`${meeting}Attendees`]),
      ...toFill(words('minutes.content'), texts[`${meeting}Content`]),
      ...(meeting === 'closing'
        ? [
            { type: 'heading' as const, text: words('minutes.findings') },
            { type: 'text' as const, text: countFindings(audit, names) },
            ...toFill(words('minutes.opinions'), texts.closingOpinions),
          ]
        : []),
    ],
    signers: [
      blank(words('signer.auditee'), words('signNote')),
      blank(words('signer.lead'), words('signNote'), lead === undefined ? '' : person(lead)),
    ],
    recipients: listRecipients(undefined, words('recipientsUsual')),
    marks: [],
    photos: [],
  }
}

/** A commune's audit programme of a year (BM-03-01). */
export function programmePaper(given: {
  readonly year: number
  readonly programme: AuditYear
  readonly frame: PaperFrame
  readonly names: PaperNames
}): Paper {
  const { year, programme, frame, names } = given
  const { words, person, area } = names
  return {
    ...frame,
    fileName: words('programme.file', { year }),
    number: words('number', { symbol: 'KH-UBND' }),
    kind: words('programme.kind'),
    subject: words('programme.subject', { year }),
    blocks: [
      ...titled(words('fact.purpose'), programme.texts.purpose),
      ...titled(words('fact.scope'), programme.texts.scope),
      ...titled(words('fact.criteria'), programme.texts.criteria),
      { type: 'heading', text: words('programme.rows') },
      {
        type: 'table',
        header: ['month', 'area', 'clauses', 'auditor'].map(key => words(`column.${key}`)),
        widths: [1.4, 3, 5, 3],
        rows: programme.rows.map(row => [
          `${row.month}/${year}`,
          area(row.area),
          row.clauses.join(', '),
          row.auditors.map(person).join(', '),
        ]),
      },
      ...titled(words('programme.resources'), programme.texts.resources),
      ...titled(words('programme.note'), programme.texts.note),
    ],
    signers: [
      ...['prepared', 'reviewed'].map(key => blank(words(`signer.${key}`), words('signNote'))),
      { ...blank(words('signer.approved'), words('sealNote')), title: approvedBy(given) },
    ],
    recipients: listRecipients(undefined, words('recipientsUsual')),
    marks: [],
    photos: [],
  }
}
