import { useTranslation } from 'react-i18next'
import type { Move } from '../../../domain/responses/move.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './review-page.module.css'

/** Who moved the response when, and why; the latest first. */
export function MoveHistory({ moves }: { readonly moves: readonly Move[] }) {
  const { t } = useTranslation('responses')
  const nameOf = usePersonName()
  const format = useFormat()
  if (moves.length === 0) return null
  return (
    <Card title={t('review.history')}>
      <ol className={styles.history}>
        {[...moves].reverse().map(move => (
          <li key={move.id}>
            <StateMark state={move.to}>{t(`state.${move.to}`)}</StateMark>
            <p className={styles.soft}>
              {t('review.byWhom', { name: nameOf(move.author), time: format.dateTime(move.at) })}
            </p>
            {move.reason && <p className={styles.reason}>{move.reason}</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
