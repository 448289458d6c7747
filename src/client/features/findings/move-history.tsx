import { useTranslation } from 'react-i18next'
import type { FindingMove } from '../../../domain/audits/finding.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { marks } from './finding-mark.tsx'
import styles from './findings.module.css'

/** Who moved the finding when, and why. */
export function MoveHistory({ moves }: { readonly moves: readonly FindingMove[] }) {
  const { t } = useTranslation('findings')
  const format = useFormat()
  const nameOf = usePersonName()
  return (
    <Card title={t('history')}>
      <ol className={styles.history}>
        {moves.map(({ id, to, reason, author, at }) => (
          <li key={id}>
            <StateMark state={marks[to]}>{t(`state.${to}`)}</StateMark>
            <p className={styles.soft}>{`${nameOf(author)} · ${format.dateTime(at)}`}</p>
            {reason && <p className={styles.words}>{reason}</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
