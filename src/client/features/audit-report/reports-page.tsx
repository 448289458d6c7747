import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { grades } from '../../../domain/audits/grade.ts'
import type { ReportLine } from '../../../domain/audits/list-reports.ts'
import { searchKey } from '../../../lib/search-key.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useGradeWords } from '../../context/use-grade-words.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { LongList } from '../../ui/long-list.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './audit-report.module.css'
import { ReportMark } from './report-mark.tsx'
import { useReportList } from './use-report-list.ts'

const filters = ['issued', 'returned', 'answered', 'approved', 'amended', 'notReceived'] as const
type Filter = (typeof filters)[number]

/** `/reports`: the signed reports of the communes in scope, those that were returned first. */
export function Component() {
  const reports = useReportList()
  const directory = useDirectory()
  const nameOfPerson = usePersonName()
  const { t, ready } = useTranslation('auditReport')
  const text = useLocalText()
  const format = useFormat()
  const gradeWords = useGradeWords()
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<readonly string[]>([])
  const nameOf = (unit: string): string => directory?.tree.get(unit)?.fullName ?? unit
  const wanted = searchKey(search)
  const shown = useMemo(
    () =>
      reports?.filter(
        report =>
          filters.every(one => !filter.includes(one) || passes(report, one)) &&
          searchKey(`${nameOf(report.unit)} ${report.number} ${nameOfPerson(report.lead)}`).includes(wanted),
      ),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- names do not change while one searches
    [reports, filter, wanted],
  )
  if (!ready) return <Spinner />
  if (!reports || !shown) {
    return (
      <>
        <PageHeader title={t('list.title')} />
        <Spinner />
      </>
    )
  }
  const gradesOf = ({ byGrade }: ReportLine): string =>
    grades
      .filter(grade => byGrade[grade] > 0)
      .map(
        grade =>
          `${text(gradeWords.find(({ id }) => id === grade)?.short ?? { vi: grade })}:\u{A0}${byGrade[grade]}`,
      )
      .join(', ')
  return (
    <>
      <PageHeader title={t('list.title')} subtitle={t('list.subtitle')} />
      {reports.length === 0 ? (
        <EmptyState icon="clipboard" title={t('list.none')}>
          {t('list.noneHint')}
        </EmptyState>
      ) : (
        <>
          <SearchField
            label={t('list.search')}
            placeholder={t('list.search')}
            value={search}
            onChange={setSearch}
          />
          <FilterChips
            label={t('list.filter')}
            value={filter}
            onChange={setFilter}
            options={filters.map(value => ({
              value,
              label:
                value === 'answered' || value === 'amended' || value === 'notReceived'
                  ? t(`list.${value}`)
                  : t(`state.${value}`),
              count: reports.filter(report => passes(report, value)).length,
            }))}
          />
          <p className={styles.count} aria-live="polite">
            {t('list.count', { count: shown.length })}
          </p>
          {shown.length === 0 ? (
            <EmptyState icon="search" title={t('list.noneHere')} />
          ) : (
            <Card flush>
              <LongList
                label={t('list.title')}
                items={shown}
                itemKey={({ thing }) => thing}
                rowHeight={96}
                row={report => (
                  <ListRow
                    key={report.thing}
                    to={`/reports/${encodeURIComponent(report.thing)}`}
                    title={nameOf(report.unit)}
                    meta={[
                      report.number,
                      t('list.signedOn', { date: format.date(report.signedAt) }),
                      nameOfPerson(report.lead),
                      gradesOf(report) || t('list.noFindings'),
                      report.isAnswered && t('list.answered'),
                      report.isAmended && t('list.amended'),
                      !report.isReceived && t('list.notReceived'),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                    state={<ReportMark state={report.state} />}
                  />
                )}
              />
            </Card>
          )}
        </>
      )}
    </>
  )
}

function passes({ state, isAnswered, isAmended, isReceived }: ReportLine, filter: Filter): boolean {
  if (filter === 'answered') return isAnswered
  if (filter === 'amended') return isAmended
  return filter === 'notReceived' ? !isReceived : state === filter
}
