import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findOutOfOrder } from '../../../domain/qms/refuse-road-change.ts'
import type { StepStatus } from '../../../domain/qms/judge-steps.ts'
import { roadFields } from '../../../domain/qms/road-fields.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useOwnerWords } from '../../context/use-owner-words.ts'
import { useApp } from '../../context/app-context.tsx'
import { useLocalText } from '../../i18n/local-text.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { ProofFiles } from './proof-files.tsx'
import styles from './road.module.css'
import type { RoadView } from './use-road.ts'

interface Props {
  readonly status: StepStatus
  readonly road: RoadView
  readonly onClose: () => void
}

/** Plans a step, and takes the proof of one that no figure can show. Nothing is saved before "Save". */
export function StepDialog({ status: { step, state, owners }, road, onClose }: Props) {
  const app = useApp()
  const directory = useDirectory()
  const { t } = useTranslation(['road', 'common'])
  const text = useLocalText()
  const format = useFormat()
  const wordsOf = useOwnerWords()
  const ofProgramme = road.programme.plan.get(step.id)
  const planned = road.qms?.facts.road.steps.get(step.id)
  const said = road.qms?.facts.road.done.get(step.id)
  const [plannedOn, setPlannedOn] = useState<string | null>(planned?.plannedOn ?? null)
  const [owner, setOwner] = useState<string | null>(planned?.owner ?? null)
  const [note, setNote] = useState(planned?.note ?? '')
  const [doneOn, setDoneOn] = useState<string | null>(said?.on ?? null)
  const [problem, setProblem] = useState<'order' | 'failed' | 'future'>()
  const plannedOf = (id: string): string | undefined => road.qms?.facts.road.steps.get(id)?.plannedOn
  const clash = findOutOfOrder(step.id, plannedOn ?? undefined, plannedOf)
  const people = [...(directory?.people.values() ?? [])].filter(({ id }) =>
    directory?.assignmentsOf(id).some(({ unit }) => unit === road.unit.id),
  )
  const isComputed = state === 'done'

  async function save(): Promise<void> {
    if (clash) return setProblem('order')
    if (doneOn !== null && doneOn > app.today()) return setProblem('future')
    const value = { plannedOn, owner, note }
    const changes = [
      { field: roadFields.step(step.id), value },
      ...(road.mayWrite && doneOn !== (said?.on ?? null)
        ? [{ field: roadFields.done(step.id), value: doneOn === null ? null : { on: doneOn, note: '' } }]
        : []),
    ]
    const saved = await road.save(changes)
    if (saved.ok) onClose()
    else setProblem('failed')
  }

  return (
    <Dialog
      open
      mustAnswer
      title={text(step.title)}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          {road.mayPlan && (
            <Button look="primary" onClick={() => void save()}>
              {t('common:action.save')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.dialog}>
        {step.note && <p className={styles.soft}>{text(step.note)}</p>}
        {problem && (problem !== 'order' || clash) && (
          <Banner tone="danger" announce>
            {problem === 'order' && clash
              ? t('problem.order', {
                  number: clash.number,
                  title: text(clash.step.title),
                  date: format.date(clash.on),
                })
              : t(`problem.${problem}`)}
          </Banner>
        )}
        <DateField
          label={t('step.plannedOn')}
          hint={[
            t('step.days', { count: step.days }),
            ...(ofProgramme === undefined ? [] : [t('step.ofProgramme', { date: format.date(ofProgramme) })]),
          ].join(' ')}
          value={plannedOn}
          onChange={setPlannedOn}
          disabled={!road.mayPlan}
        />
        <Select
          label={t('step.owner')}
          hint={t('step.ownersHint', { owners: wordsOf(owners) })}
          value={owner}
          onChange={setOwner}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          disabled={!road.mayPlan}
        />
        <TextArea label={t('step.note')} value={note} onChange={setNote} readOnly={!road.mayPlan} />
        {!isComputed && road.mayWrite && (
          <>
            <DateField
              label={t('step.saidOn')}
              hint={t('step.saidHint')}
              value={doneOn}
              onChange={setDoneOn}
              max={app.today()}
            />
            <ProofFiles slot={step.id} road={road} label={t('step.proof')} />
          </>
        )}
      </div>
    </Dialog>
  )
}
