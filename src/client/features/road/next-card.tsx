import { useTranslation } from 'react-i18next'
import type { StepStatus } from '../../../domain/qms/judge-steps.ts'
import { surveyStep } from '../../../domain/qms/survey-step.ts'
import { useOwnerWords } from '../../context/use-owner-words.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './road.module.css'
import { linkOfStep } from './step-links.ts'
import { StepMark } from './step-mark.tsx'
import type { RoadView } from './use-road.ts'

interface Props {
  readonly status: StepStatus
  readonly road: RoadView
  readonly onPlan: () => void
}

/** The one thing to do next: what, by when, whose, what comes out of it. */
export function NextCard({ status, road, onPlan }: Props) {
  const { t } = useTranslation('road')
  const text = useLocalText()
  const format = useFormat()
  const nameOf = usePersonName()
  const wordsOf = useOwnerWords()
  const { step, plannedOn, owner, owners } = status
  // Who does not fill the survey sees how far it is.
  const isSeen = step.id === surveyStep && !road.mayFill
  const link = isSeen ? '/communes' : linkOfStep(step.id, road.unit.id)
  return (
    <Card title={t('next.title')} subtitle={text(step.title)}>
      <div className={styles.next}>
        <div className={styles.marks}>
          <StepMark status={status} />
        </div>
        <dl className={styles.facts}>
          <dt>{t('next.when')}</dt>
          <dd>{plannedOn ? format.date(plannedOn) : t('next.notPlanned', { count: step.days })}</dd>
          <dt>{t('next.who')}</dt>
          <dd>{owner ? nameOf(owner) : wordsOf(owners)}</dd>
          <dt>{t('next.output')}</dt>
          <dd>{step.outputs.map(text).join('; ')}</dd>
        </dl>
        <div className={styles.buttons}>
          {link && (
            <ButtonLink to={link} look="primary" iconEnd="arrowRight">
              {t(road.mayWrite ? 'next.go' : 'next.see')}
            </ButtonLink>
          )}
          {road.mayPlan && (
            <Button look={link ? 'secondary' : 'primary'} icon="calendar" onClick={onPlan}>
              {t('next.plan')}
            </Button>
          )}
        </div>
      </div>
    </Card>
  )
}
