import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatFindingNumber, parseFindingThing } from '../../../domain/audits/audit-number.ts'
import { findRepeats, type EarlierFinding } from '../../../domain/audits/find-repeats.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import styles from './audit-work.module.css'
import { useOpenFieldwork } from './fieldwork-context.tsx'

interface Props {
  readonly clauses: readonly string[]
  readonly earlier: readonly EarlierFinding[]
}

/** "This was found before": the same clause in the same commune, in an earlier audit. */
export function RepeatBanner({ clauses, earlier }: Props) {
  const { thing, name } = useOpenFieldwork()
  const { t } = useTranslation('auditWork')
  const format = useFormat()
  const repeats = findRepeats({ unit: name.unit, audit: thing, clauses }, earlier)
  if (repeats.length === 0) return null
  return (
    <Banner tone="warning" title={t('repeat.title')}>
      <ul className={styles.links}>
        {repeats.map(one => {
          const number = parseFindingThing(one.thing)
          return (
            <li key={one.thing}>
              <Link to={`/findings/${encodeURIComponent(one.thing)}`}>
                {t('repeat.one', {
                  number: number ? formatFindingNumber(number) : one.thing,
                  day: format.date(one.raisedOn),
                  clauses: one.clauses.join(', '),
                })}
              </Link>
            </li>
          )
        })}
      </ul>
    </Banner>
  )
}
