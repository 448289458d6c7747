import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatFindingNumber, parseFindingThing } from '../../../domain/audits/audit-number.ts'
import type { FindingFigure } from '../../../domain/audits/board-figures.ts'
import type { FindingLine } from '../../../domain/audits/list-findings.ts'
import { FigureLink } from './figure-link.tsx'
import styles from './findings.module.css'

interface Props {
  readonly lines: readonly FindingLine[]
  readonly all: FindingFigure
  readonly nameOf: (unit: string) => string
  readonly hasUnits: boolean
}

/** So many stand here; the list has all. */
const most = 10

/** What was found again, beside what was found before. */
export function RepeatedList({ lines, all, nameOf, hasUnits }: Props) {
  const { t } = useTranslation('findings')
  const title = t('board.repeatedTitle')
  return (
    <section aria-label={title} className={styles.figure}>
      <h3 className={styles.subtitle}>{title}</h3>
      <ul className={styles.repeated}>
        {lines.slice(0, most).map(line => (
          <li key={line.thing}>
            <Link to={addressOf(line.thing)} className={styles.link}>
              {line.nature || line.number}
            </Link>
            <p className={styles.soft}>
              {[line.clauses.join(', '), hasUnits && nameOf(line.unit)].filter(Boolean).join(' · ')}
            </p>
            {line.repeats.map(earlier => (
              <Link key={earlier} to={addressOf(earlier)} className={styles.link}>
                {t('board.earlier', { number: numberOf(earlier) })}
              </Link>
            ))}
          </li>
        ))}
      </ul>
      {lines.length > most && (
        <FigureLink of={all} className={styles.link}>
          {t('board.allRepeated', { count: lines.length })}
        </FigureLink>
      )}
    </section>
  )
}

const addressOf = (thing: string): string => `/findings/${encodeURIComponent(thing)}`

function numberOf(thing: string): string {
  const name = parseFindingThing(thing)
  return name ? formatFindingNumber(name) : thing
}
