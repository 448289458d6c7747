import type { Amendable, Amendment } from '../../audits/amendment.ts'
import type { Finding } from '../../audits/finding.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import type { PaperAnnex } from './paper.ts'
import type { PaperNames } from './paper-words.ts'

/**
 * What a second person agreed to change after a report was signed, beside what was signed: an annex of its own, so that
 * the report stays as it was and nobody is handed words that count no more.
 * @param findings the issued findings by the number that the report gives them
 */
export function reportAmendments(
  findings: ReadonlyMap<string, Finding>,
  { number, names }: { readonly number: string; readonly names: PaperNames },
): readonly PaperAnnex[] {
  const { words, person, time } = names
  const rows = [...findings].flatMap(([finding, { amendments, signed }]) =>
    amendments.flatMap(({ part, value, reason, author, at, agreedBy }) =>
      agreedBy === undefined
        ? []
        : [
            [
              finding.split('/').at(-1) ?? finding,
              words(`part.${part}`),
              inWords(part, signed?.[part], names),
              inWords(part, value, names),
              [
                reason,
                words('amended.by', { author: person(author), agreed: person(agreedBy), time: time(at) }),
              ].join('\n'),
            ],
          ],
    ),
  )
  if (rows.length === 0) return []
  return [
    {
      title: words('amended.title'),
      subject: words('report.subject', { number }),
      isUpright: true,
      blocks: [
        { type: 'text', text: words('amended.note') },
        {
          type: 'table',
          header: ['number', 'part', 'asSigned', 'amended', 'reason'].map(key => words(`column.${key}`)),
          widths: [1.2, 1.8, 3.4, 3.4, 3],
          rows,
        },
      ],
    },
  ]
}

function inWords(
  part: Amendable,
  value: Amendment['value'] | readonly string[] | undefined,
  { grade, area }: PaperNames,
): string {
  const texts = (Array.isArray(value) ? (value as readonly JsonValue[]) : [value]).filter(
    one => typeof one === 'string',
  )
  if (part === 'grade') return texts.map(grade).join(', ')
  return (part === 'area' ? texts.map(area) : texts).join(', ')
}
