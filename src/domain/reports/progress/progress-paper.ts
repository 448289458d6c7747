import type { Paper, PaperAnnex, PaperBlock } from '../papers/paper.ts'
import type { PaperFrame } from '../papers/paper-frame.ts'
import type { PaperWords } from '../papers/paper-words.ts'
import { listRecipients } from '../papers/report-paper.ts'
import { tableBlock, type TableNames } from '../tables/report-table.ts'
import type { ProgressFigures } from './progress-figures.ts'
import { progressTable, type ProgressTableName } from './progress-tables.ts'
import { sumByDistrict, sumLines } from './sum-by-district.ts'

export const progressKinds = ['monthly', 'pilot'] as const
export type ProgressKind = (typeof progressKinds)[number]

interface Given {
  readonly kind: ProgressKind
  readonly figures: ProgressFigures
  readonly names: TableNames
  /** Words of papers: number, signer, recipients. */
  readonly paperWords: PaperWords
  readonly frame: PaperFrame
  /** `dd/MM/yyyy` of `YYYY-MM-DD` */
  readonly date: (day: string) => string
  readonly programme: string
  /** First and last day of what is told as having happened, and the day that states are of. */
  readonly from: string
  readonly to: string
  readonly today: string
}

/** The monthly report on progress, or the summary of the pilot; whoever sends it writes what no figure says. */
export function progressPaper(given: Given): Paper {
  const { kind, figures, names, paperWords, frame, date, programme, from, to, today } = given
  const { words } = names
  const sums = sumLines(figures.communes)
  const share = (part: number, all: number): number => (all === 0 ? 0 : Math.round((part / all) * 100))
  const heading = (key: string): PaperBlock => ({ type: 'heading', text: words(`paper.${key}`) })
  const text = (key: string, values: Readonly<Record<string, string | number>> = {}): PaperBlock => ({
    type: 'text',
    text: words(`paper.${key}`, values),
  })
  const table = (name: ProgressTableName): PaperBlock => tableBlock(progressTable(name, figures, names), date)
  const blank: PaperBlock = { type: 'text', text: '…'.repeat(30) }
  const month = { month: Number(from.slice(5, 7)), year: from.slice(0, 4) }

  const tables: readonly (readonly [ProgressTableName, isThere: boolean])[] = [
    ['districts', sumByDistrict(figures.communes).length > 1],
    ['communes', figures.communes.length > 0],
    ['late', figures.late.length > 0],
    ['overdue', figures.overdue.length > 0],
    ['trainingCover', sums.staff > 0 || sums.sessions > 0],
  ]
  const annexes = tables
    .filter(([, isThere]) => isThere)
    .map(([name], at): PaperAnnex => ({
      title: words('paper.annex', { number: at + 1 }).toUpperCase(),
      subject: words(`name.${name}`),
      blocks: [table(name)],
    }))

  return {
    ...frame,
    fileName: words(`paper.file.${kind}`, { ...month, day: today }),
    number: paperWords('number', { symbol: 'BC-UBND' }),
    kind: words('paper.kind'),
    subject: words(`paper.subject.${kind}`, month),
    blocks: [
      text('basis', { programme, today: date(today) }),
      heading('general'),
      text('steps', { ...sums, share: share(sums.stepsDone, sums.steps) }),
      text('surveys', sums),
      text('training', { ...sums, share: share(sums.trained, sums.staff) }),
      text('documents', sums),
      text('audits', sums),
      text('declarations', sums),
      heading(kind === 'monthly' ? 'happened' : 'happenedSoFar'),
      text(kind === 'monthly' ? 'days' : 'daysSoFar', { from: date(from), to: date(to) }),
      table('events'),
      heading('findings'),
      ...(figures.findings.size > 0 ? [table('findingStates')] : [text('none')]),
      heading('late'),
      ...(figures.late.length + figures.overdue.length > 0
        ? [text('lateCounts', { steps: figures.late.length, actions: figures.overdue.length })]
        : [text('noneLate')]),
      ...figures.late.slice(0, 5).map(({ unit, step, days }): PaperBlock => ({
        type: 'text',
        text: words('paper.lateOne', { unit: unit.fullName, step: names.text(step.title), count: days }),
      })),
      heading('difficulties'),
      blank,
      heading('proposals'),
      blank,
    ],
    signers: [
      {
        title: frame.authority,
        name: '',
        note: paperWords('sealNote'),
        picture: undefined,
      },
    ],
    recipients: listRecipients(undefined, words('paper.recipients')),
    marks: [words('paper.made', { today: date(today) })],
    photos: [],
    annexes,
  }
}
