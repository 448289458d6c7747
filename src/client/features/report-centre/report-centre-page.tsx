import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ReadingState } from '../../context/communes/reading-state.tsx'
import { useCommuneRecords } from '../../context/communes/use-commune-records.ts'
import { ProgrammeChoice } from '../../context/programme-choice.tsx'
import { useShownProgramme } from '../../context/use-shown-programme.ts'
import { useApp } from '../../context/app-context.tsx'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { MonthField } from '../../ui/month-field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { SegmentedChoice } from '../../ui/segmented-choice.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { ListsCard } from './lists-card.tsx'
import { ProgressSheet } from './progress-sheet.tsx'
import styles from './report-centre.module.css'

/**
 * `/report-centre`: the monthly report and the summary of the pilot, and all lists as tables. The report asked for stands
 * in the address (`kind`, `month`, `district`), so that "back" leads to the choice.
 */
export function Component() {
  const app = useApp()
  const reading = useCommuneRecords('shown')
  const shown = useShownProgramme()
  const [query, setQuery] = useSearchParams()
  const { t, ready } = useTranslation(['reportCentre', 'papers', 'tables'])
  const text = useLocalText()
  const today = app.today()
  const [kind, setKind] = useState<string | null>('monthly')
  const [month, setMonth] = useState<string | null>(`${today.slice(0, 7)}-01`)
  const [district, setDistrict] = useState<string | null>(null)
  const [problem, setProblem] = useState<'needMonth' | 'laterMonth'>()
  if (!ready) return <Spinner />
  if (reading.type !== 'read') return <ReadingState title={t('title')} reading={reading} />
  const { communes } = reading
  const programme = communes[0]?.programme
  const choice = shown && (
    <ProgrammeChoice
      programmes={shown.programmes}
      value={shown.programme?.id ?? ''}
      onChoose={shown.choose}
    />
  )
  if (!programme || communes.length < 2) {
    return (
      <>
        <PageHeader title={t('title')} />
        {choice}
        <EmptyState icon="chart" title={t('notForYou')} />
      </>
    )
  }

  const asked = query.get('kind')
  if (asked === 'monthly' || asked === 'pilot')
    return (
      <ProgressSheet
        kind={asked}
        month={query.get('month') ?? today}
        district={query.get('district')}
        records={reading}
      />
    )

  const districts = [
    ...new Map(communes.flatMap(one => (one.district ? [[one.district.id, one.district]] : []))).values(),
  ]

  function show(): void {
    if (kind !== 'pilot' && month === null) return setProblem('needMonth')
    if (kind !== 'pilot' && month !== null && month > today) return setProblem('laterMonth')
    return setQuery({
      kind: kind ?? 'monthly',
      ...(kind === 'pilot' || month === null ? {} : { month }),
      ...(district === null ? {} : { district }),
    })
  }

  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { programme: text(programme.name), count: communes.length })}
      />
      {choice}
      <Card>
        <div className={styles.form}>
          <SegmentedChoice
            label={t('kind')}
            value={kind}
            onChange={next => setKind(next ?? kind)}
            segments={[
              { value: 'monthly', label: t('monthly'), icon: 'calendar' },
              { value: 'pilot', label: t('pilot'), icon: 'flag' },
            ]}
          />
          {kind !== 'pilot' && (
            <MonthField
              label={t('month')}
              value={month}
              error={problem && t(problem)}
              onChange={next => {
                setMonth(next)
                setProblem(undefined)
              }}
            />
          )}
          {districts.length > 1 && (
            <Select
              label={t('district')}
              empty={t('all')}
              value={district}
              onChange={setDistrict}
              options={districts.map(({ id, fullName }) => ({ value: id, label: fullName }))}
            />
          )}
          <p className={styles.soft}>{t('hint')}</p>
          <div>
            <Button look="primary" icon="document" onClick={show}>
              {t('show')}
            </Button>
          </div>
        </div>
      </Card>
      <ListsCard communes={communes} />
    </>
  )
}
