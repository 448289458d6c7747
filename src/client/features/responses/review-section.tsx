import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerChange } from '../../../domain/responses/compare-sent.ts'
import type { Section } from '../../../domain/forms/form-version.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { WaitingRun } from './blocks/waiting-run.tsx'
import { ReviewHeading } from './review-heading.tsx'
import type { ReviewPiece } from './review-pieces.ts'
import { ReviewQuestion } from './review-question.tsx'
import styles from './review-page.module.css'
import type { RowChanges } from './row-changes.ts'

interface Props {
  readonly section: Section
  readonly pieces: readonly ReviewPiece[]
  readonly changes: ReadonlyMap<string, AnswerChange> | undefined
  readonly rows: RowChanges | undefined
  /** Its first questions are on the screen from the start. */
  readonly isFirst: boolean
  /** Too much to draw at once: what is far from the screen waits until it comes near. */
  readonly isLong: boolean
}

const runLength = 24
/** Of a question, in pixels. */
const usualHeight = 72

/** A section of the review, its rows titled. */
export function ReviewSection({ section, pieces, changes, rows, isFirst, isLong }: Props) {
  const text = useLocalText()
  const runs = Array.from({ length: Math.ceil(pieces.length / runLength) }, (_, at) =>
    pieces.slice(at * runLength, (at + 1) * runLength),
  )
  return (
    <section id={`section-${section.id}`} className={styles.section}>
      <h2 dir="auto" className={styles.sectionTitle}>
        {text(section.title)}
      </h2>
      <ol className={styles.questions}>
        {runs.map((run, at) => (
          <Run
            key={keyOf(run[0])}
            height={run.length * usualHeight}
            isDrawn={!isLong || (isFirst && at === 0)}
          >
            {run.map(piece =>
              piece.kind === 'question' ? (
                <ReviewQuestion key={keyOf(piece)} questionKey={piece.key} change={changes?.get(piece.key)} />
              ) : (
                <ReviewHeading
                  key={keyOf(piece)}
                  piece={piece}
                  isNew={piece.block.kind === 'row' && (rows?.added.has(piece.block.row) ?? false)}
                />
              ),
            )}
          </Run>
        ))}
      </ol>
    </section>
  )
}

const keyOf = (piece: ReviewPiece | undefined): string =>
  piece?.kind === 'heading' ? piece.block.id : (piece?.key ?? '')

function Run(props: { readonly height: number; readonly isDrawn: boolean; readonly children: ReactNode }) {
  const [isNear, setNear] = useState(props.isDrawn)
  if (isNear) return props.children
  return (
    <li className={styles.waiting}>
      <WaitingRun height={props.height} onNear={() => setNear(true)} />
    </li>
  )
}

/** Rows that were sent before and are gone. */
export function RemovedRows({ rows }: { readonly rows: RowChanges }) {
  const { t } = useTranslation('responses')
  const names = [...rows.removed.values()].filter(name => name !== '')
  if (rows.removed.size === 0) return null
  return (
    <p className={styles.soft}>
      {t('review.rowsRemoved', { count: rows.removed.size, names: names.join(', ') || '…' })}
    </p>
  )
}
