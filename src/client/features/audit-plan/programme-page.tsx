import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useApp } from '../../context/app-context.tsx'
import { Banner } from '../../ui/banner.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { CommuneProgramme } from './commune-programme.tsx'
import { CoverageCard } from './coverage-card.tsx'
import { useProgramme } from './use-programme.ts'

const firstYear = 2017

/** `/audits/programme?year=&unit=`: a year over the communes in scope, or one commune's programme. */
export function Component() {
  const app = useApp()
  const { t, ready } = useTranslation(['auditPlan', 'audits', 'common'])
  const [search, setSearch] = useSearchParams()
  const thisYear = Number(app.today().slice(0, 4))
  const asked = Number(search.get('year'))
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2999 ? asked : thisYear
  const programme = useProgramme('2008')
  const unit = search.get('unit')
  if (!ready || !programme) return <Spinner />
  const commune = programme.communes.find(({ id }) => id === unit)
  if (commune) return <CommuneProgramme unit={commune} year={year} key={`${commune.id} ${year}`} />
  const years = new Set([year])
  for (let one = firstYear; one <= thisYear + 1; one++) years.add(one)
  return (
    <>
      <PageHeader
        title={t('programme.title')}
        subtitle={t('programme.subtitle')}
        back={{ to: '/audits', label: t('audits:title') }}
      />
      {unit !== null && <Banner tone="warning">{t('programme.notYours')}</Banner>}
      <Select
        label={t('new.year')}
        empty={false}
        options={[...years].sort((a, b) => b - a).map(one => ({ value: String(one), label: String(one) }))}
        value={String(year)}
        onChange={chosen => setSearch(chosen === null ? {} : { year: chosen }, { replace: true })}
      />
      {programme.communes.length === 0 ? (
        <EmptyState icon="building" title={t('programme.noCommunes')} />
      ) : (
        <CoverageCard programme={programme} year={year} />
      )}
    </>
  )
}
