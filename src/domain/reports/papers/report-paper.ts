import type { Finding } from '../../audits/finding.ts'
import type { Report } from '../../audits/report.ts'
import type { ReportContent, ReportedFinding } from '../../audits/report-content.ts'
import { summariseAudit } from '../../audits/summarise-audit.ts'
import { isPhoto, type EvidenceFile } from '../../responses/evidence-file.ts'
import type { Paper, PaperBlock, PaperPhoto, PaperSigner } from './paper.ts'
import type { PaperFrame } from './paper-frame.ts'
import { numberHeadings } from './number-headings.ts'
import type { PaperNames } from './paper-words.ts'
import { reportAmendments } from './report-amendments.ts'

interface Given {
  readonly report: Report
  readonly content: ReportContent
  /** The findings it issued, by number; those that this tablet does not have are left out. */
  readonly issued: ReadonlyMap<string, Finding>
  readonly frame: PaperFrame
  readonly names: PaperNames
  /** What is known of a picture that the report names. */
  readonly fileOf: (sha256: string) => EvidenceFile | undefined
}

/** The internal audit report (BM-03-04), as it was signed; what was amended since stands in an annex. */
export function reportPaper({ report, content, issued, frame, names, fileOf }: Given): Paper {
  const { words, person, area, date } = names
  const { texts, findings, checks } = content
  const summary = summariseAudit({ checks, findings })
  const cells = new Map(summary.matrix.map(cell => [`${cell.clause}@${cell.area}`, cell]))
  const text = (title: string, value: string | undefined): readonly PaperBlock[] =>
    value?.trim() ? [{ type: 'heading', text: title }, ...paragraphs(value)] : []
  const notChecked = checks.filter(({ verdict }) => verdict === 'not_checked')

  const blocks: readonly PaperBlock[] = [
    { type: 'heading', text: words('report.scope') },
    {
      type: 'facts',
      rows: [
        [words('fact.number'), content.number],
        [words('fact.standard'), words(`standard.${content.standard}`)],
        [
          words('fact.days'),
          content.from === content.to ? date(content.from) : `${date(content.from)} – ${date(content.to)}`,
        ],
        [words('fact.lead'), person(content.lead)],
        [words('fact.team'), content.team.map(person).join(', ')],
        [words('fact.scope'), texts.scope ?? ''],
        [words('fact.criteria'), texts.criteria ?? ''],
      ],
    },
    ...text(words('report.summary'), texts.summary),
    { type: 'heading', text: words('report.matrix') },
    {
      type: 'table',
      header: [words('column.clause'), ...summary.areas.map(area)],
      widths: [3, ...summary.areas.map(() => 2)],
      rows: summary.clauses.map(clause => [
        names.clause(content.standard, clause),
        ...summary.areas.map(id => {
          const cell = cells.get(`${clause}@${id}`)
          return cell ? names.verdict(cell.verdict) : ''
        }),
      ]),
    },
    ...(['strength', 'major', 'minor', 'ofi'] as const).flatMap((grade): readonly PaperBlock[] => {
      const own = findings.filter(one => one.grade === grade)
      return [
        { type: 'heading', text: words('report.findings', { grade: names.grade(grade), count: own.length }) },
        own.length === 0 ? { type: 'text', text: words('report.none') } : findingTable(own, names),
      ]
    }),
    ...(notChecked.length > 0 || texts.notCovered
      ? [
          { type: 'heading' as const, text: words('report.notCovered') },
          ...(texts.notCovered ? paragraphs(texts.notCovered) : []),
          ...(notChecked.length > 0
            ? [
                {
                  type: 'table' as const,
                  header: [words('column.clause'), words('column.area'), words('column.reason')],
                  widths: [2, 3, 6],
                  rows: notChecked.map(one => [one.clauses.join(', '), area(one.area), one.note]),
                },
              ]
            : []),
        ]
      : []),
    ...text(words('report.conclusion'), texts.conclusion),
    ...text(words('report.followUp'), texts.followUp),
    ...text(
      words('report.opinions'),
      [texts.closingOpinions, report.signatures.auditee?.opinion].filter(Boolean).join('\n'),
    ),
  ]
  const annexes = reportAmendments(issued, { number: content.number, names })
  return {
    ...frame,
    fileName: words('report.file', { number: content.number.replaceAll('/', '-') }),
    number: words('number', { symbol: 'BC-UBND' }),
    kind: words('report.kind'),
    subject: words('report.subject', { number: content.number }),
    blocks: numberHeadings(blocks),
    signers: [
      signer(words('signer.lead'), content.lead, report.signatures.lead?.sha256),
      signer(words('signer.auditee'), report.signatures.auditee?.author, report.signatures.auditee?.sha256),
    ],
    recipients: listRecipients(texts.recipients, words('recipientsUsual')),
    marks: [
      words('mark.hash', { hash: report.head?.hash ?? '' }),
      ...(content.chain === '' ? [] : [words('mark.chain', { chain: content.chain })]),
      words('mark.signature'),
    ],
    photos: photosOf(content, fileOf, names),
    ...(annexes.length > 0 && { annexes }),
  }

  function signer(title: string, who: string | undefined, sha256: string | undefined): PaperSigner {
    const file = sha256 === undefined ? undefined : fileOf(sha256)
    const picture = file && isPhoto(file) && sha256 !== undefined ? { sha256, ...sizeOf(file) } : undefined
    return {
      title: [title.toUpperCase()],
      name: who === undefined ? '' : person(who),
      note: words('signNote'),
      picture,
    }
  }
}

const findingTable = (findings: readonly ReportedFinding[], { words, area }: PaperNames): PaperBlock => ({
  type: 'table',
  header: [words('column.number'), words('column.clause'), words('column.area'), words('column.finding')],
  widths: [1.3, 1.3, 2.2, 8],
  rows: findings.map(one => [
    one.number.split('/').at(-1) ?? one.number,
    one.clauses.join(', '),
    one.area === null ? '' : area(one.area),
    [
      one.nature,
      one.requirement && `${words('part.requirement')}: ${one.requirement}`,
      one.proof && `${words('part.proof')}: ${one.proof}`,
      one.responsible && `${words('part.responsible')}: ${one.responsible}`,
    ]
      .filter(Boolean)
      .join('\n'),
  ]),
})

/** Photos of findings first, then of checks, each once, with what it shows. */
function photosOf(
  { findings, checks }: ReportContent,
  fileOf: Given['fileOf'],
  { words, area, item }: PaperNames,
): readonly PaperPhoto[] {
  const captions = new Map<string, string>()
  for (const { photos, number, clauses } of findings)
    for (const sha256 of photos)
      if (!captions.has(sha256))
        captions.set(
          sha256,
          words('caption.finding', { number: number.split('/').at(-1) ?? '', clause: clauses.join(', ') }),
        )
  for (const check of checks)
    for (const sha256 of check.photos)
      if (!captions.has(sha256))
        captions.set(
          sha256,
          words('caption.check', {
            clause: check.clauses.join(', '),
            area: area(check.area),
            item: item(check.item),
          }),
        )
  return [...captions].flatMap(([sha256, caption]) => {
    const file = fileOf(sha256)
    return file && isPhoto(file) ? [{ sha256, ...sizeOf(file), caption }] : []
  })
}

/** The head of the commune, who decides in their own name and not for the committee. */
export const headSigner = ({ authority }: PaperFrame, words: PaperNames['words']): PaperSigner => ({
  title: authority.filter(line => line !== words('authority').toUpperCase()),
  name: '',
  note: words('sealNote'),
  picture: undefined,
})

export const sizeOf = ({ type, width, height }: Extract<EvidenceFile, { width: number }>) => ({
  type,
  width,
  height,
})

/** A text of several lines, a paragraph each. */
export const paragraphs = (text: string): readonly PaperBlock[] =>
  text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => ({ type: 'text' as const, text: line }))

/** As it was typed, a recipient a line; or the usual ones. */
export function listRecipients(typed: string | undefined, usual: string): readonly string[] {
  const lines = (typed?.trim() ? typed : usual)
    .split(/[\n;]/u)
    .map(line => line.replace(/^\s*-\s*/u, '').trim())
    .filter(line => line !== '')
  return lines.map((line, at) => `- ${line}${at === lines.length - 1 ? '.' : ';'}`)
}
