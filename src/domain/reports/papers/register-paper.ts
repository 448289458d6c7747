import type { Document } from '../../qms/document.ts'
import type { Road } from '../../qms/road.ts'
import type { Paper, PaperBlock } from './paper.ts'
import type { PaperFrame } from './paper-frame.ts'
import type { PaperNames } from './paper-words.ts'
import { listRecipients } from './report-paper.ts'

interface Given {
  readonly documents: ReadonlyMap<string, Document>
  readonly road: Road
  /** Titles of mandatory documents that nobody has begun. */
  readonly missing: readonly string[]
  readonly kindOf: (kind: Document['kind']) => string
  readonly stateOf: (state: Document['state']) => string
  readonly frame: PaperFrame
  readonly names: PaperNames
}

/** The list of the system's documents (BM-01-01): what is in force, since when and by which decision. */
export function registerPaper({ documents, road, missing, kindOf, stateOf, frame, names }: Given): Paper {
  const { words, date } = names
  const all = [...documents.values()].sort(byCode)
  const current = all.filter(({ state }) => state !== 'obsolete')
  const obsolete = all.filter(({ state }) => state === 'obsolete')
  return {
    ...frame,
    fileName: words('register.file'),
    number: '',
    kind: words('register.kind'),
    subject: words('register.subject'),
    blocks: [
      current.length === 0 ? { type: 'text', text: words('register.none') } : table(current),
      ...list(words('register.missing'), missing),
      ...list(
        words('register.exclusions'),
        [...road.exclusions].map(([clause, reason]) => `${names.clause('2008', clause)}: ${reason}`),
      ),
      ...(obsolete.length === 0
        ? []
        : [{ type: 'heading' as const, text: words('register.obsolete') }, table(obsolete)]),
    ],
    signers: (['prepared', 'approved'] as const).map(role => ({
      title: [words(`signer.${role}`).toUpperCase()],
      name: '',
      note: words('signNote'),
      picture: undefined,
    })),
    recipients: listRecipients(undefined, words('register.recipients')),
    marks: [],
    photos: [],
  }

  function table(shown: readonly Document[]): PaperBlock {
    return {
      type: 'table',
      header: ['order', 'code', 'title', 'kind', 'edition', 'issued', 'state'].map(key =>
        words(`column.${key}`),
      ),
      widths: [1.1, 1.8, 4.3, 2.3, 1.4, 3.8, 2.3],
      rows: shown.map(({ texts, kind, revisions, inForce, state }, at) => {
        const edition = inForce ?? revisions.at(-1)
        const day = edition?.issuedOn === undefined ? '' : date(edition.issuedOn)
        return [
          String(at + 1),
          texts.code ?? '',
          texts.title ?? '',
          kindOf(kind),
          String(edition?.number ?? 1),
          [edition?.decision, day].filter(Boolean).join(', '),
          stateOf(state),
        ]
      }),
    }
  }
}

const list = (title: string, lines: readonly string[]): readonly PaperBlock[] =>
  lines.length === 0
    ? []
    : [{ type: 'heading', text: title }, ...lines.map(line => ({ type: 'text' as const, text: `- ${line}` }))]

const byCode = (a: Document, b: Document): number => {
  const [one, other] = [a, b].map(({ texts }) => `${texts.code ?? '~'} ${texts.title ?? ''}`)
  return (one ?? '') < (other ?? '') ? -1 : 1
}
