import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assignment } from '../../../domain/people/assignment.ts'
import { judgeAssignment } from '../../../domain/people/judge-assignment.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/stack.tsx'
import { useToast } from '../../ui/use-toast.ts'
import { AssignmentFields, type Draft } from './assignment-fields.tsx'
import { AssignmentWords } from './assignment-words.tsx'
import { problemOf, type AdminProblem } from './problem-of.ts'
import { useFaultWords } from './use-fault-words.ts'

interface Props {
  readonly person: string
  readonly held: readonly Assignment[]
  /** The one that is being changed; a new one without it. */
  readonly old: Assignment | undefined
  readonly onClose: () => void
}

/** A new role, or another last day of one: what was once a role stays one in the history. */
export function AssignmentDialog({ person, held, old, onClose }: Props) {
  const app = useApp()
  const directory = useDirectory()
  const toast = useToast()
  const { t } = useTranslation('admin')
  const faultWords = useFaultWords()
  const [draft, setDraft] = useState<Draft>(old ?? { role: null, unit: null, from: app.today(), to: null })
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AdminProblem>()
  const { role, unit, from, to } = draft
  const wanted =
    role !== null && unit !== null && from !== null
      ? { ...(old?.areas && { areas: old.areas }), role, unit, from, to }
      : undefined
  const id = old?.id ?? `${unit?.split('@')[0]}-${role}-${from}`
  const isKnown = old === undefined && held.some(one => one.id === id)
  const fault =
    wanted && directory
      ? judgeAssignment(
          // Given again from the same day it would be taken for a change of the one there is.
          { ...wanted, id: isKnown ? 'another' : id, person },
          { tree: directory.tree, held },
        )
      : undefined

  async function save(): Promise<void> {
    setAsked(true)
    if (!wanted || fault) return
    setBusy(true)
    const answer = await (await app.admin()).assign(person, isKnown ? `${id}-${app.newId()}` : id, wanted)
    setBusy(false)
    if (answer.type !== 'told') return setProblem(problemOf(answer))
    app.sync.now()
    toast({ tone: 'success', message: t('roleOf.saved') })
    onClose()
  }

  return (
    <Dialog
      open
      mustAnswer
      title={old ? t('roleOf.change') : t('roleOf.add')}
      problem={isAsked && (!wanted || fault) && (fault ? faultWords(fault) : t('add.roleMissing'))}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" busy={isBusy} onClick={() => void save()}>
            {t('roleOf.save')}
          </Button>
        </>
      }
    >
      <Stack>
        {old && (
          <p>
            <AssignmentWords held={old} />
          </p>
        )}
        {problem && (
          <Banner tone="danger" announce>
            {t(`problem.${problem}`)}
          </Banner>
        )}
        <AssignmentFields draft={draft} onChange={setDraft} fault={fault} isOld={old !== undefined} />
        {old && <p>{t('roleOf.endHint')}</p>}
      </Stack>
    </Dialog>
  )
}
