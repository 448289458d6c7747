import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { feedId } from '../../../domain/people/feed.ts'
import { staffOn } from '../../../domain/qms/training-coverage.ts'
import { trainingFields, trainingThing, trainingType } from '../../../domain/qms/training-fields.ts'
import { trainingTopics } from '../../../domain/qms/training-topics.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { useApp } from '../../context/app-context.tsx'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { Stack } from '../../ui/stack.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { TrainingView } from './use-training.ts'

interface Props {
  readonly view: TrainingView
  readonly qms: NonNullable<TrainingView['qms']>
  readonly topic?: string
  /** Who is invited, by id; everybody in scope when left out. */
  readonly invited?: readonly string[]
  readonly onClose: () => void
}

/** Plans a session and invites its people; nothing is saved before "Plan". */
export function NewSessionDialog({ view: { unit }, qms, topic, invited, onClose }: Props) {
  const app = useApp()
  const { t } = useTranslation(['training', 'common'])
  const text = useLocalText()
  const navigate = useNavigate()
  const [about, setAbout] = useState<string | null>(topic ?? trainingTopics[0]?.id ?? null)
  const [plannedOn, setPlannedOn] = useState<string | null>(null)
  const [place, setPlace] = useState('')
  const [trainer, setTrainer] = useState('')
  const [problem, setProblem] = useState<'incomplete' | 'failed'>()
  const people = invited ?? staffOn(qms.facts.road, app.today()).map(([id]) => id)

  async function save(): Promise<void> {
    if (about === null || plannedOn === null) return setProblem('incomplete')
    const thing = trainingThing(app.newId(), unit.id)
    const fields: Record<string, JsonValue> = {
      [trainingFields.topic]: about,
      [trainingFields.day('planned')]: plannedOn,
      ...(place.trim() !== '' && { [trainingFields.text('place')]: place.trim() }),
      ...(trainer.trim() !== '' && { [trainingFields.text('trainer')]: trainer.trim() }),
      ...Object.fromEntries(people.map(id => [trainingFields.invited(id), true])),
    }
    const saved = await app.save(
      Object.entries(fields).map(([field, value]) => ({
        feed: feedId(unit.id, 'unit'),
        type: trainingType,
        thing,
        field,
        value,
      })),
    )
    if (!saved.ok) return setProblem('failed')
    void navigate(`/training/${encodeURIComponent(thing)}`)
  }

  return (
    <Dialog
      open
      mustAnswer
      title={t('plan.title')}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button look="primary" onClick={() => void save()}>
            {t('plan.save')}
          </Button>
        </>
      }
    >
      <Stack>
        {problem && (
          <Banner tone="danger" announce>
            {t(problem === 'failed' ? 'failed' : 'plan.incomplete')}
          </Banner>
        )}
        <Select
          label={t('field.topic')}
          required
          empty={false}
          value={about}
          onChange={setAbout}
          options={trainingTopics.map(({ id, title }) => ({ value: id, label: text(title) }))}
        />
        <DateField label={t('field.plannedOn')} required value={plannedOn} onChange={setPlannedOn} />
        <TextField label={t('field.place')} value={place} onChange={setPlace} />
        <TextField label={t('field.trainer')} value={trainer} onChange={setTrainer} />
        <p>{t('plan.invites', { count: people.length })}</p>
      </Stack>
    </Dialog>
  )
}
