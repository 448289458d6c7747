import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useScope } from '../../context/use-scope.ts'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { OpenDataCard } from './open-data/open-data-card.tsx'
import { AssignmentList } from './assignment-list.tsx'
import styles from './account.module.css'

/** `/account`: who is signed in, language, leaving. */
export function Component() {
  const app = useApp()
  const directory = useDirectory()
  const { t, ready } = useTranslation('account')
  const scope = useScope()
  const maySet = directory
    ?.assignmentsOf(app.person.id)
    .some(({ unit }) => scope?.mayDo('reference.write', unit))
  const mayTrail = directory
    ?.assignmentsOf(app.person.id)
    .some(({ unit }) => scope?.mayDo('trail.read', unit))
  const maySetUnits = directory
    ?.assignmentsOf(app.person.id)
    .some(({ unit }) => scope?.mayDo('units.change', unit))
  const [isLeaving, setLeaving] = useState(false)
  if (!ready) return <Spinner />
  return (
    <>
      <PageHeader title={app.person.name} subtitle={app.person.username} />
      <Card title={t('people.assignments')}>
        <AssignmentList assignments={directory?.assignmentsOf(app.person.id) ?? []} />
      </Card>
      <Card title={t('language')}>
        <LanguageSwitch isFull />
      </Card>
      <Card flush>
        <RowList>
          <ListRow icon="lock" title={t('password')} to="/account/password" />
          {maySet && <ListRow icon="flag" title={t('programme')} to="/programme" />}
          {maySet && <ListRow icon="sliders" title={t('settings')} to="/settings" />}
          {mayTrail && <ListRow icon="list" title={t('trail')} to="/people/trail" />}
          {maySetUnits && <ListRow icon="building" title={t('units')} to="/units" />}
        </RowList>
      </Card>
      <OpenDataCard />
      <Card title={t('switch')} subtitle={t('signOutHint')}>
        <div className={styles.buttons}>
          <Button
            icon="signOut"
            busy={isLeaving}
            onClick={() => {
              setLeaving(true)
              void app.signOut()
            }}
          >
            {t('signOut')}
          </Button>
        </div>
      </Card>
    </>
  )
}
