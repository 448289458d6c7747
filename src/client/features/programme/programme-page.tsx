import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { feedId } from '../../../domain/people/feed.ts'
import { programmeType } from '../../../domain/qms/programme.ts'
import { useApp } from '../../context/app-context.tsx'
import { ProgrammeChoice } from '../../context/programme-choice.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { useProgrammes } from '../../context/use-programmes.ts'
import { useScope } from '../../context/use-scope.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { BeginDialog } from './begin-dialog.tsx'
import { CommunesCard } from './communes-card.tsx'
import { EndCard } from './end-card.tsx'
import { FrameCard } from './frame-card.tsx'
import { OwnersCard } from './owners-card.tsx'
import { PlanCard } from './plan-card.tsx'
import styles from './programme.module.css'
import type { SaveProgramme } from './save-programme.ts'

/** `/programme`: which communes take part, by when, to which standard; for all of the province. */
export function Component() {
  const app = useApp()
  const scope = useScope()
  const directory = useDirectory()
  const programmes = useProgrammes()
  const text = useLocalText()
  const { t, ready } = useTranslation(['programme', 'road'])
  const [chosen, setChosen] = useState<string>()
  const [isBeginning, setBeginning] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  if (!ready || !scope || !directory || !programmes) return <Spinner />
  const province = directory
    .assignmentsOf(app.person.id)
    .find(({ unit }) => scope.mayDo('reference.write', unit))
  if (!province) return <EmptyState icon="lock" title={t('notYours')} />
  const feed = feedId(province.unit, 'reference')
  const programme = programmes.find(({ id }) => id === chosen) ?? programmes[0]

  const saveIn =
    (own: string): SaveProgramme =>
    async changes => {
      const saved = await app.save(
        changes.map(({ thing = own, field, value }) => ({ feed, type: programmeType, thing, field, value })),
      )
      setFailed(!saved.ok)
      return saved
    }
  const save = saveIn(programme?.id ?? '')

  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={programme && text(programme.name)}
        back={{ to: '/account', label: t('back') }}
        actions={
          <Button icon="plus" onClick={() => setBeginning(true)}>
            {t('begin.open')}
          </Button>
        }
      />
      {hasFailed && (
        <Banner tone="danger" announce>
          {t('failed')}
        </Banner>
      )}
      {programme ? (
        <>
          <ProgrammeChoice programmes={programmes} value={programme.id} onChoose={setChosen} />
          <EndCard key={`end ${programme.id}`} programme={programme} save={save} />
          {/* What has ended stays as it was: the server takes no change of it either. */}
          <fieldset
            key={programme.id}
            className={styles.cards}
            disabled={programme.endedOn !== undefined}
            aria-label={text(programme.name)}
          >
            <FrameCard programme={programme} save={save} />
            <PlanCard programme={programme} save={save} />
            <OwnersCard programme={programme} save={save} />
            <CommunesCard programme={programme} programmes={programmes} tree={directory.tree} save={save} />
          </fieldset>
        </>
      ) : (
        <EmptyState icon="flag" title={t('none')} />
      )}
      {isBeginning && (
        <BeginDialog
          survey={programme?.surveyForm}
          onClose={() => setBeginning(false)}
          onBegin={async changes => {
            const id = app.newId()
            const saved = await saveIn(id)(changes)
            if (!saved.ok) return
            setChosen(id)
            setBeginning(false)
          }}
        />
      )}
    </>
  )
}
