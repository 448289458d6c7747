import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../../context/use-directory.ts'
import { useFindings, useIsMine } from '../../context/use-findings.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { useLastWords } from './use-last-words.ts'
import { useOwnAudits } from './use-own-audits.ts'
import { useReturnedReports } from './use-returned-reports.ts'
import styles from './work-page.module.css'

/**
 * What of audits waits for this person: those of their teams, findings, their reports that were returned, and what
 * others said last. What stands below comes with it, so that nothing moves from under a finger.
 */
export function AuditsWaiting({ children }: { readonly children: ReactNode }) {
  const audits = useOwnAudits()
  const findings = useFindings()
  const isMine = useIsMine()
  const returned = useReturnedReports()
  const words = useLastWords()
  const directory = useDirectory()
  const personName = usePersonName()
  const format = useFormat()
  const { t } = useTranslation('work')
  if (!audits || !findings || !returned || !words) return null
  const mine = findings.filter(isMine)
  if (audits.length + mine.length + returned.length + words.length === 0) return children
  const late = mine.filter(({ daysLate }) => daysLate > 0).length
  const days = (...span: readonly (string | undefined)[]): string =>
    [...new Set(span)].flatMap(day => (day === undefined ? [] : [format.date(day)])).join(' – ')
  const unitName = (unit: string): string => directory?.tree.get(unit)?.fullName ?? unit
  return (
    <>
      <Card flush>
        <RowList label={t('audits.title')}>
          {audits.map(({ thing, state, unit, number, from, to }) => (
            <ListRow
              key={thing}
              to={`/audits/${encodeURIComponent(thing)}`}
              icon="shieldCheck"
              title={t(`audits.${state}`, { unit: unitName(unit) })}
              meta={[days(from, to), number].filter(Boolean).join(' · ')}
            />
          ))}
          {mine.length > 0 && (
            <ListRow
              to="/findings"
              icon="warning"
              title={t('audits.findings', { count: mine.length })}
              meta={late > 0 ? t('audits.late', { count: late }) : undefined}
            />
          )}
          {returned.map(({ thing, unit, number, reason }) => (
            <ListRow
              key={thing}
              to={`/reports/${encodeURIComponent(thing)}`}
              icon="undo"
              title={t('audits.returned', { unit: unitName(unit), number })}
              meta={<span className={styles.said}>{reason}</span>}
            />
          ))}
          {words.map(({ thing, to, unit, number, author, at, text }) => (
            <ListRow
              key={thing}
              to={to}
              icon="comment"
              title={t('audits.said', { name: personName(author), unit: unitName(unit), number })}
              meta={<span className={styles.said}>{`${format.date(at)} · ${text}`}</span>}
            />
          ))}
        </RowList>
      </Card>
      {children}
    </>
  )
}
