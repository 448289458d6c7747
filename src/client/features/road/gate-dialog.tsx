import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { GateRule } from '../../../domain/qms/gates.ts'
import type { GateResult } from '../../../domain/qms/judge-gates.ts'
import { roadFields } from '../../../domain/qms/road-fields.ts'
import type { GateValue } from '../../../domain/qms/road.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SegmentedChoice } from '../../ui/segmented-choice.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { linkOfThing } from './thing-links.ts'
import { ProofFiles } from './proof-files.tsx'
import styles from './road.module.css'
import type { RoadView } from './use-road.ts'
import { useWhyWords } from '../../context/use-why-words.ts'

/** Rules that count people. */
const peopleRules: readonly (GateRule | undefined)[] = ['attendanceRate', 'auditorsTrained', 'quizAverage']

interface Props {
  readonly result: GateResult
  readonly road: RoadView
  readonly onClose: () => void
}

/** One gate: why it stands as it does, what blocks it, its proof; and a word against the figures, with a reason. */
export function GateDialog({ result: { gate, computed, judged }, road, onClose }: Props) {
  const { t } = useTranslation(['road', 'common'])
  const text = useLocalText()
  const format = useFormat()
  const nameOf = usePersonName()
  const why = useWhyWords()
  const [value, setValue] = useState<string | null>(judged?.value ?? null)
  const [reason, setReason] = useState(judged?.reason ?? '')
  const [problem, setProblem] = useState<'reason' | 'failed'>()
  const own = computed && (computed.isMet ? 'met' : 'notMet')
  const needsReason = value === 'na' || (own !== undefined && value !== null && value !== own)

  async function save(): Promise<void> {
    if (needsReason && reason.trim() === '') return setProblem('reason')
    const judgement = value === null ? null : { value: value as GateValue, reason }
    const saved = await road.save([{ field: roadFields.gate(gate.id), value: judgement }])
    if (saved.ok) onClose()
    else setProblem('failed')
  }

  return (
    <Dialog
      open
      mustAnswer
      title={text(gate.label)}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t(road.mayWrite ? 'common:action.cancel' : 'common:action.close')}
          </Button>
          {road.mayWrite && (
            <Button look="primary" onClick={() => void save()}>
              {t('common:action.save')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.dialog}>
        <p className={styles.soft}>{t('gate.clauses', { clauses: gate.clauses.join(', ') })}</p>
        {computed && (
          <Banner tone={computed.isMet ? 'success' : 'warning'}>
            <p className={styles.why}>{why(computed.why)}</p>
            {peopleRules.includes(gate.rule) && (
              <p className={styles.links}>
                <Link to={`/training/people?unit=${encodeURIComponent(road.unit.id)}`}>
                  {t('gate.people')}
                </Link>
              </p>
            )}
            {computed.why.things.length > 0 && (
              <ul className={styles.links}>
                {computed.why.things.map(thing => (
                  <li key={thing}>
                    <Link to={linkOfThing(thing)}>{t('gate.see')}</Link>
                  </li>
                ))}
              </ul>
            )}
          </Banner>
        )}
        {judged && (
          <p className={styles.soft}>
            {t('gate.judgedBy', { name: nameOf(judged.author), time: format.dateTime(judged.at) })}
          </p>
        )}
        {problem && (
          <Banner tone="danger" announce>
            {t(`problem.${problem}`)}
          </Banner>
        )}
        <SegmentedChoice
          label={t(computed ? 'gate.override' : 'gate.judge')}
          hint={computed ? t('gate.overrideHint') : undefined}
          value={value}
          onChange={setValue}
          disabled={!road.mayWrite}
          segments={[
            { value: 'met', label: t('gate.value.met'), icon: 'check', tone: 'success' },
            { value: 'notMet', label: t('gate.value.notMet'), icon: 'cross', tone: 'warning' },
            { value: 'na', label: t('gate.value.na'), icon: 'slash', tone: 'neutral' },
          ]}
        />
        {(needsReason || reason !== '') && (
          <TextArea
            label={t('gate.reason')}
            required={needsReason}
            value={reason}
            onChange={setReason}
            readOnly={!road.mayWrite}
          />
        )}
        {gate.proof !== 'figures' && <ProofFiles slot={gate.id} road={road} label={t('step.proof')} />}
      </div>
    </Dialog>
  )
}
