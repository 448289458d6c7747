import { formatAuditNumber, type AuditName } from '../../audits/audit-number.ts'
import { leadOf, type Audit } from '../../audits/audit.ts'
import { article } from './article.ts'
import type { Paper } from './paper.ts'
import type { PaperFrame } from './paper-frame.ts'
import type { PaperNames } from './paper-words.ts'
import { headSigner, listRecipients, paragraphs } from './report-paper.ts'

interface Given {
  readonly name: AuditName
  readonly audit: Audit
  /** The commune by its full name. */
  readonly agency: string
  readonly frame: PaperFrame
  readonly names: PaperNames
}

/** The decision that sets up the audit team: bases, who is in it and for what, and when. */
export function teamPaper({ name, audit, agency, frame, names }: Given): Paper {
  const { words, person, area, date } = names
  const { from = '', to = '', texts, timetable } = audit
  const lead = leadOf(audit)
  const number = formatAuditNumber(name)
  const members = [...audit.team.keys()].sort((a, b) => Number(b === lead) - Number(a === lead))
  const areasOf = (member: string): string =>
    [...new Set(timetable.filter(({ auditor }) => auditor === member).map(row => area(row.area)))].join(', ')
  const days = from === to ? date(from) : `${date(from)} – ${date(to)}`
  return {
    ...frame,
    fileName: words('team.file', { number: number.replaceAll('/', '-') }),
    number: words('number', { symbol: 'QĐ-UBND' }),
    kind: words('team.kind'),
    subject: words('team.subject', { number }),
    blocks: [
      { type: 'heading', look: 'centred', text: words('team.by', { agency }).toUpperCase() },
      ...[
        ...words('team.bases', { standard: words(`standard.${audit.standard}`) }).split('\n'),
        ...(texts.criteria?.trim()
          ? [words('team.criteria', { criteria: texts.criteria.trim().replace(/\.$/u, '') })]
          : []),
      ].map(text => ({ type: 'text', text, look: 'italic' }) as const),
      { type: 'heading', look: 'centred', text: words('team.decides') },
      article(words('team.article1', { number, agency })),
      {
        type: 'table',
        header: ['order', 'member', 'task', 'areas'].map(key => words(`column.${key}`)),
        widths: [1, 4, 3, 5],
        rows: members.map((member, at) => [
          String(at + 1),
          person(member),
          words(member === lead ? 'fact.lead' : 'team.member'),
          areasOf(member),
        ]),
      },
      article(words('team.article2', { days })),
      ...(texts.scope?.trim() ? paragraphs(words('team.scope', { scope: texts.scope.trim() })) : []),
      article(words('team.article3')),
      article(words('team.article4', { agency })),
    ],
    signers: [headSigner(frame, words)],
    recipients: listRecipients(undefined, words('team.recipients')),
    marks: [],
    photos: [],
  }
}
