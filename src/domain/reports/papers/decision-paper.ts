import type { Declaration } from '../../qms/declaration.ts'
import { article } from './article.ts'
import type { Paper } from './paper.ts'
import type { PaperFrame } from './paper-frame.ts'
import type { PaperNames } from './paper-words.ts'
import { headSigner, listRecipients, paragraphs } from './report-paper.ts'

interface Given {
  readonly declaration: Declaration
  /** The one that it replaces. */
  readonly replaced: Declaration | undefined
  /** The commune by its full name, as it stands within a sentence. */
  readonly agency: string
  readonly frame: PaperFrame
  readonly names: PaperNames
}

/** The decision by which the head declares conformity: bases, what is declared, from when, and who carries it out. */
export function decisionPaper({ declaration, replaced, agency, frame, names }: Given): Paper {
  const { words, date } = names
  const { days, standard, texts } = declaration
  const standardName = words(`standard.${standard}`)
  const day = (value: string | undefined): string => (value === undefined ? '…../…../………' : date(value))
  const bases = texts.bases?.trim() ? texts.bases.trim() : words('decision.bases', { standard: standardName })
  const text = (key: string, values: Readonly<Record<string, string>> = {}): string =>
    words(`decision.${key}`, { agency, standard: standardName, ...values })
  return {
    ...frame,
    fileName: words('decision.file', { day: days.effectiveOn ?? '' }).trim(),
    number: words('number', { symbol: 'QĐ-UBND' }),
    kind: words('team.kind'),
    subject: words('decision.subject', { standard: standardName }),
    blocks: [
      { type: 'heading', look: 'centred', text: words('team.by', { agency }).toUpperCase() },
      ...bases.split('\n').map(line => ({ type: 'text', text: line, look: 'italic' }) as const),
      { type: 'heading', look: 'centred', text: words('team.decides') },
      article(text('article1')),
      article(text('article2', { day: day(days.effectiveOn) })),
      ...(replaced
        ? paragraphs(
            text('replaces', { declaration: replaced.texts.number ?? day(replaced.days.effectiveOn) }),
          )
        : []),
      article(text('article3')),
    ],
    signers: [headSigner(frame, words)],
    recipients: listRecipients(texts.sentTo, words('decision.recipients')),
    marks: [],
    photos: [],
  }
}
