import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { quizKind } from '../../../domain/responses/quiz-result.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { SentCounts } from './sent-counts.tsx'
import type { BegunResponse, OtherForm } from './use-other-forms.ts'
import styles from './work-page.module.css'

/** More are shown when asked for. */
const shownAtFirst = 5

interface Props {
  readonly other: OtherForm
  readonly onStart: (unit: string) => void
}

/** A form beside the survey: begin it, and go on with what was begun. */
export function OtherFormCard({ other, onStart }: Props) {
  const { form, programme, isFormer, units, startable, responses } = other
  const { t, ready } = useTranslation(['work', 'responses', 'handover'])
  const text = useLocalText()
  const [chosen, setChosen] = useState<string | null>(null)
  const [showsAll, setShowsAll] = useState(false)
  const only = units.length === 1 ? startable[0]?.id : undefined
  const unit = only ?? startable.find(({ id }) => id === chosen)?.id
  const about = [
    isFormer && `${text(programme.name)}.`,
    form.estimatedMinutes && t('other.minutes', { count: form.estimatedMinutes }),
    form.description && text(form.description),
  ]
  // What citizens answered is counted; nobody opens it one by one.
  const listed = form.anonymous ? [] : responses
  const shown = showsAll ? listed : listed.slice(0, shownAtFirst)
  const again = responses.length > 0 && form.repeatable
  const startWords =
    form.anonymous && ready ? t('handover:start') : t(again ? 'other.startAgain' : 'other.start')
  return (
    <Card titleLevel="h3" title={text(form.title)} subtitle={about.filter(Boolean).join(' ') || undefined}>
      <div className={styles.card}>
        {shown.length > 0 && (
          <RowList label={text(form.title)}>
            {shown.map(one => (
              <Begun
                key={one.response}
                begun={one}
                showsUnit={units.length > 1}
                isQuiz={form.kind === quizKind}
              />
            ))}
          </RowList>
        )}
        {form.anonymous && responses.length > 0 && <SentCounts responses={responses} />}
        {listed.length > shown.length && (
          <div>
            <Button look="quiet" onClick={() => setShowsAll(true)}>
              {t('other.more', { count: listed.length - shown.length })}
            </Button>
          </div>
        )}
        {startable.length > 0 && (
          <div className={styles.begin}>
            {units.length > 1 && (
              <div className={styles.unit}>
                <Combobox
                  kind="one"
                  label={t('other.unit')}
                  value={unit ?? null}
                  onChange={setChosen}
                  options={startable.map(({ id, fullName }) => ({ value: id, label: fullName }))}
                />
              </div>
            )}
            <Button
              icon={form.anonymous ? 'tablet' : 'plus'}
              disabled={unit === undefined}
              onClick={() => unit && onStart(unit)}
            >
              {startWords}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}

interface BegunProps {
  readonly begun: BegunResponse
  readonly showsUnit: boolean
  readonly isQuiz: boolean
}

function Begun({ begun, showsUnit, isQuiz }: BegunProps) {
  const { t } = useTranslation(['work', 'responses'])
  const format = useFormat()
  const { response, unit, version, state, begunAt, answered, isPending } = begun
  const words = [
    showsUnit ? format.dateTime(begunAt) : undefined,
    t('other.answered', { count: answered }),
    t('other.version', { version }),
    isPending ? t('other.pending') : undefined,
  ]
  return (
    <ListRow
      to={`/responses/${encodeURIComponent(response)}`}
      title={showsUnit ? unit.fullName : t('other.begun', { time: format.dateTime(begunAt) })}
      meta={words.filter(Boolean).join(' · ')}
      state={
        <StateMark state={state}>
          {isQuiz && state === 'sent' ? t('responses:quizSent') : t(`responses:state.${state}`)}
        </StateMark>
      }
    />
  )
}
