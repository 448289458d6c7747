import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { judgeAssignment } from '../../../domain/people/judge-assignment.ts'
import { isUsername, readPersonName } from '../../../domain/people/username.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import type { MadePerson } from '../../network/admin-link.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/stack.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AssignmentFields, type Draft } from './assignment-fields.tsx'
import { OneTimePassword } from './one-time-password.tsx'
import { problemOf, type AdminProblem } from './problem-of.ts'
import { useFaultWords } from './use-fault-words.ts'

interface Props {
  readonly onClose: () => void
  readonly onAdded: () => void
}

/** Somebody new with a first role; the server makes the password, which is shown once. */
export function AddPersonDialog({ onClose, onAdded }: Props) {
  const app = useApp()
  const directory = useDirectory()
  const { t } = useTranslation('admin')
  const faultWords = useFaultWords()
  const [name, setName] = useState('')
  const [username, setUsername] = useState('')
  const [draft, setDraft] = useState<Draft>({ role: null, unit: null, from: app.today(), to: null })
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AdminProblem>()
  const [made, setMade] = useState<MadePerson>()
  const { role, unit, from, to } = draft
  const goodName = readPersonName(name)
  const goodUsername = isUsername(username.trim())
  const wanted = role !== null && unit !== null && from !== null ? { role, unit, from, to } : undefined
  const fault =
    wanted && directory
      ? judgeAssignment({ ...wanted, id: 'new', person: 'new' }, { tree: directory.tree, held: [] })
      : undefined

  async function add(): Promise<void> {
    setAsked(true)
    if (goodName === undefined || !goodUsername || !wanted || fault) return
    setBusy(true)
    const person = { username: username.trim().normalize('NFC'), name: goodName, assignments: [wanted] }
    const answer = await (await app.admin()).addPeople([person])
    setBusy(false)
    if (answer.type !== 'told') return setProblem(problemOf(answer))
    app.sync.now()
    onAdded()
    setMade(answer.value[0])
  }

  if (made) return <OneTimePassword {...made} onClose={onClose} />
  return (
    <Dialog
      open
      mustAnswer
      title={t('add.title')}
      problem={isAsked && (!wanted || fault) && (fault ? faultWords(fault) : t('add.roleMissing'))}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" busy={isBusy} onClick={() => void add()}>
            {t('add.add')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{t('add.hint')}</p>
        {problem && (
          <Banner tone="danger" announce>
            {t(`problem.${problem}`)}
          </Banner>
        )}
        <TextField
          label={t('people.name')}
          value={name}
          maxLength={100}
          onChange={setName}
          error={isAsked && goodName === undefined ? t('fault.badName') : undefined}
        />
        <TextField
          label={t('people.username')}
          hint={t('add.usernameHint')}
          value={username}
          maxLength={50}
          autoCapitalize="none"
          spellCheck={false}
          onChange={setUsername}
          error={isAsked && !goodUsername ? t('fault.badUsername') : undefined}
        />
        <AssignmentFields draft={draft} onChange={setDraft} fault={fault} />
      </Stack>
    </Dialog>
  )
}
