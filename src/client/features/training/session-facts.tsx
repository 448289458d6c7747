import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refuseTrainingChange } from '../../../domain/qms/refuse-training-change.ts'
import { trainingFields, trainingTexts } from '../../../domain/qms/training-fields.ts'
import { trainingTopics } from '../../../domain/qms/training-topics.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { useApp } from '../../context/app-context.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/card.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { SavedArea } from '../../ui/saved-area.tsx'
import { Select } from '../../ui/select.tsx'
import type { OpenSession } from './open-session.ts'
import styles from './training.module.css'

/** Subject, days, hours, place and trainer of a session; each is saved as it is given. */
export function SessionFacts({ open }: { readonly open: OpenSession }) {
  const { t } = useTranslation('training')
  return <Card title={t('facts')}>{open.mayWrite ? <Editor open={open} /> : <ReadOnly open={open} />}</Card>
}

function Editor({ open: { training, save } }: { readonly open: OpenSession }) {
  const app = useApp()
  const { t } = useTranslation('training')
  const text = useLocalText()
  const [problem, setProblem] = useState<'future' | 'hours' | 'failed'>()

  async function change(field: string, value: JsonValue, bad: 'future' | 'hours'): Promise<void> {
    const given = { training, mayDo: () => true, today: app.today() }
    if (refuseTrainingChange(field, value, given) !== undefined) return setProblem(bad)
    const saved = await save([{ field, value }])
    setProblem(saved.ok ? undefined : 'failed')
  }

  return (
    <div className={styles.stack}>
      {problem && (
        <Banner tone="danger" announce>
          {t(problem === 'failed' ? 'failed' : `problem.${problem}`)}
        </Banner>
      )}
      <Select
        label={t('field.topic')}
        empty={false}
        value={training.topic ?? null}
        onChange={value => void change(trainingFields.topic, value, 'future')}
        options={trainingTopics.map(({ id, title }) => ({ value: id, label: text(title) }))}
      />
      <div className={styles.pair}>
        <DateField
          label={t('field.plannedOn')}
          value={training.plannedOn ?? null}
          onChange={value => void change(trainingFields.day('planned'), value, 'future')}
        />
        <DateField
          label={t('field.heldOn')}
          value={training.heldOn ?? null}
          max={app.today()}
          onChange={value => void change(trainingFields.day('held'), value, 'future')}
        />
        <NumberField
          label={t('field.hours')}
          decimals={1}
          unit={t('field.hoursUnit')}
          value={training.hours ?? null}
          onChange={value => void change(trainingFields.hours, value, 'hours')}
        />
      </div>
      {trainingTexts.map(name => (
        <SavedArea
          key={name}
          label={t(`field.${name}`)}
          value={training.texts[name] ?? ''}
          readOnly={false}
          rows={1}
          onSave={value => save([{ field: trainingFields.text(name), value }])}
        />
      ))}
    </div>
  )
}

function ReadOnly({ open: { training } }: { readonly open: OpenSession }) {
  const { t } = useTranslation('training')
  const format = useFormat()
  const { plannedOn, heldOn, hours, texts } = training
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('field.plannedOn'), plannedOn && format.date(plannedOn)],
    [t('field.heldOn'), heldOn && format.date(heldOn)],
    [t('field.hours'), hours === undefined ? undefined : format.number(hours)],
    ...trainingTexts.map(name => [t(`field.${name}`), texts[name]] as const),
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  )
}
