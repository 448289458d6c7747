import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { feedId } from '../../../domain/people/feed.ts'
import { programmeType, type Programme } from '../../../domain/qms/programme.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { useProgrammes } from '../../context/use-programmes.ts'
import { useScope } from '../../context/use-scope.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { CommunesCard } from './communes-card.tsx'
import { FrameCard } from './frame-card.tsx'
import { PlanCard } from './plan-card.tsx'
import type { SaveProgramme } from './save-programme.ts'

/** `/programme`: which communes take part, by when, to which standard; for all of the province. */
export function Component() {
  const app = useApp()
  const scope = useScope()
  const directory = useDirectory()
  const programmes = useProgrammes()
  const text = useLocalText()
  const { t, ready } = useTranslation('programme')
  const [chosen, setChosen] = useState<string | null>(null)
  const [hasFailed, setFailed] = useState(false)
  if (!ready || !scope || !directory || !programmes) return <Spinner />
  const province = directory
    .assignmentsOf(app.person.id)
    .find(({ unit }) => scope.mayDo('reference.write', unit))
  if (!province) return <EmptyState icon="lock" title={t('notYours')} />
  const programme: Programme | undefined = programmes.find(({ id }) => id === chosen) ?? programmes[0]
  if (!programme) return <EmptyState icon="flag" title={t('none')} />
  const feed = feedId(province.unit, 'reference')

  const save: SaveProgramme = async changes => {
    const saved = await app.save(
      changes.map(change => ({ feed, type: programmeType, thing: programme.id, ...change })),
    )
    setFailed(!saved.ok)
    return saved
  }

  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={text(programme.name)}
        back={{ to: '/account', label: t('back') }}
      />
      {programmes.length > 1 && (
        <Select
          label={t('choose')}
          value={programme.id}
          onChange={setChosen}
          options={programmes.map(({ id, name }) => ({ value: id, label: text(name) }))}
        />
      )}
      {hasFailed && (
        <Banner tone="danger" announce>
          {t('failed')}
        </Banner>
      )}
      <FrameCard key={`frame ${programme.id}`} programme={programme} save={save} />
      <PlanCard key={`plan ${programme.id}`} programme={programme} save={save} />
      <CommunesCard programme={programme} tree={directory.tree} save={save} />
    </>
  )
}
