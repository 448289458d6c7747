import type { LocalText } from '../../forms/form-version.ts'
import type { Figure } from '../../qms/effect/figure.ts'
import type { Effect } from '../../qms/effect/judge-effect.ts'
import { periodIds } from '../../qms/effect/periods.ts'
import type { Paper, PaperBlock } from './paper.ts'
import type { PaperFrame } from './paper-frame.ts'
import { numberHeadings } from './number-headings.ts'
import type { PaperNames } from './paper-words.ts'
import { listRecipients, paragraphs } from './report-paper.ts'

interface Given {
  readonly effect: Effect
  readonly text: (text: LocalText) => string
  readonly number: (value: number) => string
  /** What an option of the evaluation form says. */
  readonly option: (question: string, value: string) => string
  readonly frame: PaperFrame
  readonly names: PaperNames
}

/** The report on the effect after three months: figures before and after, how the system is lived by, conclusion. */
export function effectPaper({ effect, text, number, option, frame, names }: Given): Paper {
  const { words, date } = names
  const { startedOn, months, indicators, counts, conclusion, evaluation } = effect
  const last = months.at(-1)
  const figure = ({ value, note }: Figure): string =>
    value === undefined ? (note === 'few' ? words('effect.few') : '–') : number(value)
  const options = (title: string, question: string, values: readonly string[]): readonly PaperBlock[] =>
    values.length === 0
      ? []
      : [{ type: 'facts', rows: [[title, values.map(value => option(question, value)).join('; ')]] }]
  const degree = ['ef_u1', 'ef_u2', 'ef_u3', 'ef_u4', 'ef_u5'].flatMap(id => {
    const answer = evaluation?.answers[id]
    return typeof answer === 'string' ? [[names.item(id), option(id, answer)] as const] : []
  })
  return {
    ...frame,
    fileName: words('effect.file'),
    number: words('number', { symbol: 'BC-UBND' }),
    kind: words('report.kind'),
    subject: words('effect.subject'),
    blocks: numberHeadings([
      { type: 'heading', text: words('effect.time') },
      {
        type: 'facts',
        rows: [
          [words('effect.started'), startedOn === undefined ? '' : date(startedOn)],
          [words('effect.ended'), last ? date(last.to) : ''],
          [words('effect.evaluated'), evaluation?.on === undefined ? '' : date(evaluation.on)],
        ],
      },
      { type: 'heading', text: words('effect.figures') },
      {
        type: 'text',
        text: words('effect.summary', {
          met: counts.met,
          all: counts.met + counts.notMet,
          none: counts.noData,
        }),
      },
      {
        type: 'table',
        header: [
          words('column.indicator'),
          ...periodIds.map(period => words(`effect.period.${period}`)),
          words('column.target'),
          words('column.result'),
        ],
        widths: [5, 1.8, 1.8, 1.8, 1.8, 2.2, 2.4],
        rows: indicators.map(one => [
          `${text(one.indicator.label)} (${text(one.indicator.unit)})`,
          ...periodIds.map(period => figure(one.figures[period])),
          one.target === undefined
            ? ''
            : `${one.indicator.direction === 'down' ? '≤' : '≥'} ${number(one.target)}`,
          words(`effect.verdict.${one.verdict}`),
        ]),
      },
      { type: 'text', look: 'small', text: words('effect.sources') },
      ...(degree.length === 0
        ? []
        : [
            { type: 'heading' as const, text: words('effect.degree') },
            ...(evaluation?.useScore === undefined
              ? []
              : [
                  {
                    type: 'text' as const,
                    text: words('effect.score', { score: number(Math.round(evaluation.useScore)) }),
                  },
                ]),
            {
              type: 'table' as const,
              header: [words('column.question'), words('column.result')],
              widths: [7, 3],
              rows: degree,
            },
          ]),
      ...options(words('effect.changes'), 'ef_u6', conclusion?.changes ?? []),
      ...options(words('effect.problems'), 'ef_u7', conclusion?.problems ?? []),
      ...(conclusion?.lessons.trim()
        ? [{ type: 'heading' as const, text: words('effect.lessons') }, ...paragraphs(conclusion.lessons)]
        : []),
      { type: 'heading', text: words('effect.conclusion') },
      { type: 'text', text: conclusion ? option('ef_c1', conclusion.verdict) : words('effect.open') },
      ...paragraphs(conclusion?.basis ?? ''),
      ...options(words('effect.proposals'), 'ef_c3', conclusion?.proposals ?? []),
    ]),
    signers: [
      {
        title: frame.authority,
        name: '',
        note: words('sealNote'),
        picture: undefined,
      },
    ],
    recipients: listRecipients(undefined, words('effect.recipients')),
    marks: evaluation && !evaluation.isSent ? [words('effect.draft')] : [],
    photos: [],
  }
}
