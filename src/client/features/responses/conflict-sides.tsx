import { useTranslation } from 'react-i18next'
import type { AnswerValue, Question } from '../../../domain/forms/form-version.ts'
import { diffWords, type WordPiece } from '../../../lib/diff-words.ts'
import type { ConflictSide, ConflictView } from '../../context/list-conflicts.ts'
import { useSideWords } from '../../context/use-side-words.ts'
import styles from './conflict-sides.module.css'
import { ConflictFile } from './conflict-file.tsx'
import { ConflictRow } from './conflict-row.tsx'
import { useAnswerText } from '../../context/use-answer-text.ts'

interface Props {
  readonly question: Question | undefined
  readonly conflict: ConflictView
}

/** Both values beside each other, or one under the other on a phone; in texts the words that differ are marked. */
export function ConflictSides({ question, conflict }: Props) {
  const { t } = useTranslation('responses')
  const { lost, kept } = conflict
  const textOf = useConflictText(question, conflict.kind)
  const [keptText, lostText] = [textOf(kept?.value ?? null), textOf(lost.value)]
  const isCompared = isProse(question, conflict) && keptText !== '' && lostText !== ''
  const diff = isCompared ? diffWords(keptText, lostText) : undefined
  const words = (text: string, pieces: readonly WordPiece[] | undefined) =>
    pieces ? <Marked pieces={pieces} /> : text || t('conflict.empty')
  const shown = (side: ConflictSide | undefined, text: string, pieces: readonly WordPiece[] | undefined) =>
    conflict.kind === 'evidence' ? (
      <ConflictFile field={conflict.field} value={side?.value ?? null} />
    ) : conflict.kind === 'row' ? (
      <ConflictRow field={conflict.field} value={side?.value ?? null} />
    ) : (
      words(text, pieces)
    )
  return (
    <div className={styles.both}>
      <div className={styles.sides}>
        <Side name={t('conflict.kept')} side={kept}>
          {shown(kept, keptText, diff?.before)}
        </Side>
        <Side name={t('conflict.lost')} side={lost}>
          {shown(lost, lostText, diff?.after)}
        </Side>
      </div>
      {diff && <p className={styles.legend}>{t('conflict.legend')}</p>}
    </div>
  )
}

interface SideProps {
  readonly name: string
  readonly side: ConflictSide | undefined
  readonly children: React.ReactNode
}

/** A value, and who wrote it when on which tablet. */
function Side({ name, side, children }: SideProps) {
  const wordsOf = useSideWords()
  return (
    <div className={styles.side}>
      <p className={styles.name}>{name}</p>
      <div dir="auto" className={styles.value}>
        {children}
      </div>
      {side && <p className={styles.by}>{wordsOf(side)}</p>}
    </div>
  )
}

const Marked = ({ pieces }: { readonly pieces: readonly WordPiece[] }) =>
  pieces.map(({ text, isChanged }, at) =>
    // oxlint-disable-next-line react/no-array-index-key -- pieces of one text have no name but their place
    isChanged ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
  )

/** A value in words; empty text for none. */
function useConflictText(question: Question | undefined, kind: ConflictView['kind']) {
  const answerText = useAnswerText()
  return (value: ConflictSide['value']): string => {
    switch (kind) {
      case 'note':
        return typeof value === 'string' ? value : ''
      case 'answer':
      case 'confirmed':
        if (question) return answerText(question, value as AnswerValue | null)
        break
      case 'evidence':
      case 'row':
      case 'other':
    }
    return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)
  }
}

/** Sentences, not a number, a day or the label of an option. */
const isProse = (question: Question | undefined, { kind }: ConflictView): boolean =>
  kind === 'note' || (kind === 'answer' && (question?.type === 'text' || question?.type === 'textarea'))
