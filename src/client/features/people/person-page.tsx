import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Assignment } from '../../../domain/people/assignment.ts'
import { readPersonName } from '../../../domain/people/username.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { AdminLink, Told } from '../../network/admin-link.ts'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/use-toast.ts'
import { AssignmentDialog } from './assignment-dialog.tsx'
import { AssignmentWords } from './assignment-words.tsx'
import { OneTimePassword } from './one-time-password.tsx'
import { ProblemBanner } from './problem-banner.tsx'
import { problemOf } from './problem-of.ts'
import { useMayAnywhere } from './use-may-anywhere.ts'
import { useTold } from './use-told.ts'
import styles from './people.module.css'

const askAccounts = (link: AdminLink) => link.accounts()

/** `/people/:person`: their roles with days, their name and their way in. */
export function Component() {
  const mayManage = useMayAnywhere('people.manage')
  const { t, ready } = useTranslation(['admin', 'account'])
  const { person = '' } = useParams()
  const directory = useDirectory()
  if (mayManage === undefined || !ready || !directory) return <Spinner />
  if (!mayManage) return <EmptyState icon="lock" title={t('notYours')} />
  const known = directory.people.get(person)
  if (!known) return <EmptyState icon="search" title={t('person.unknown')} />
  return <PersonView key={person} id={person} name={known.name} />
}

function PersonView({ id, name }: { readonly id: string; readonly name: string }) {
  const app = useApp()
  const directory = useDirectory()
  const format = useFormat()
  const toast = useToast()
  const { t } = useTranslation(['admin', 'account'])
  const { told, problem, reload } = useTold(askAccounts)
  const [editing, setEditing] = useState<Assignment | 'new'>()
  const [asked, setAsked] = useState<'password' | 'end'>()
  const [isBusy, setBusy] = useState(false)
  const [password, setPassword] = useState<string>()
  const [newName, setNewName] = useState(name)
  const today = app.today()
  const account = told?.people.find(one => one.person === id)
  const held = (directory?.assignmentsOf(id) ?? []).toSorted((a, b) => (a.from < b.from ? 1 : -1))

  async function run<T>(work: (link: AdminLink) => Promise<Told<T>>, words: string): Promise<T | undefined> {
    setBusy(true)
    const answer = await work(await app.admin())
    setBusy(false)
    setAsked(undefined)
    if (answer.type !== 'told') {
      toast({ tone: 'danger', message: t(`problem.${problemOf(answer)}`) })
      return undefined
    }
    toast({ tone: 'success', message: words })
    app.sync.now()
    reload()
    return answer.value
  }

  const isRenamed = readPersonName(newName) !== undefined && readPersonName(newName) !== name
  return (
    <>
      <PageHeader
        title={name}
        subtitle={account ? t('person.username', { username: account.username }) : undefined}
        back={{ to: '/people', label: t('people.title') }}
        actions={
          <Button look="primary" icon="plus" onClick={() => setEditing('new')}>
            {t('person.addRole')}
          </Button>
        }
      />
      {problem && <ProblemBanner problem={problem} onRetry={reload} />}
      <Card title={t('people.assignments')} subtitle={t('person.rolesHint')}>
        {held.length === 0 && <p className={styles.soft}>{t('people.noRole')}</p>}
        <ul className={styles.list}>
          {held.map(one => {
            const hasEnded = one.to !== null && one.to < today
            return (
              <li key={one.id} className={styles.item}>
                <span className={styles.words}>
                  <AssignmentWords held={one} />
                </span>
                <StateMark state={hasEnded ? 'notApplicable' : one.from > today ? 'waiting' : 'done'}>
                  {hasEnded ? t('person.ended') : one.from > today ? t('person.toCome') : t('person.goesOn')}
                </StateMark>
                <Button
                  icon="pencil"
                  aria-label={t('person.changeOf', { role: t(`account:roles.${one.role}`) })}
                  onClick={() => setEditing(one)}
                >
                  {t('person.change')}
                </Button>
              </li>
            )
          })}
        </ul>
      </Card>
      <Card title={t('person.nameTitle')}>
        <form
          className={styles.rename}
          onSubmit={event => {
            event.preventDefault()
            if (isRenamed) void run(link => link.rename(id, newName), t('person.renamed'))
          }}
        >
          <TextField label={t('people.name')} value={newName} maxLength={100} onChange={setNewName} />
          <Button type="submit" disabled={!isRenamed} busy={isBusy}>
            {t('person.rename')}
          </Button>
        </form>
      </Card>
      <Card
        title={t('person.access')}
        subtitle={
          account?.lastContactAt
            ? t('person.lastContact', { when: format.dateTime(account.lastContactAt) })
            : t('person.neverSynced')
        }
      >
        <div className={styles.buttons}>
          <Button icon="lock" onClick={() => setAsked('password')}>
            {t('person.reset')}
          </Button>
          <Button icon="slash" look="danger" onClick={() => setAsked('end')}>
            {t('person.deactivate')}
          </Button>
          <ButtonLink icon="list" to={`/people/trail?person=${encodeURIComponent(id)}`}>
            {t('person.trail')}
          </ButtonLink>
        </div>
      </Card>
      <ConfirmDialog
        open={asked === 'password'}
        title={t('person.resetTitle', { name })}
        confirm={t('person.reset')}
        busy={isBusy}
        onCancel={() => setAsked(undefined)}
        onConfirm={() => void run(link => link.resetPassword(id), t('person.resetDone')).then(setPassword)}
      >
        {t('person.resetWords')}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'end'}
        title={t('person.endTitle', { name })}
        confirm={t('person.deactivate')}
        look="danger"
        busy={isBusy}
        onCancel={() => setAsked(undefined)}
        onConfirm={() => void run(link => link.deactivate(id), t('person.endDone', { name }))}
      >
        {t('person.endWords')}
      </ConfirmDialog>
      {editing && (
        <AssignmentDialog
          person={id}
          held={held}
          old={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {password !== undefined && (
        <OneTimePassword
          name={name}
          username={account?.username ?? ''}
          password={password}
          onClose={() => setPassword(undefined)}
        />
      )}
    </>
  )
}
