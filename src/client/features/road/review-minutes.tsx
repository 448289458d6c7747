import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  refuseReviewChange,
  reviewFields,
  reviewTexts,
  type ManagementReview,
  type ReviewDecision,
} from '../../../domain/qms/management-review.ts'
import { useApp } from '../../context/app-context.tsx'
import { PaperLinks } from '../../context/paper-links.tsx'
import { usePersonName } from '../../context/use-person-name.ts'
import { useScope } from '../../context/use-scope.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { DecisionCard } from './decision-card.tsx'
import styles from './road.module.css'
import { SavedArea } from '../../ui/saved-area.tsx'
import type { RoadView } from './use-road.ts'
import type { SaveThing } from './use-things.ts'

interface Props {
  readonly thing: string
  readonly review: ManagementReview
  readonly road: RoadView
  readonly save: SaveThing
}

/** The minutes of one management review: inputs, decisions with owners, conclusion; confirmed by the head. */
export function ReviewMinutes({ thing, review, road, save }: Props) {
  const app = useApp()
  const scope = useScope()
  const { t } = useTranslation('road')
  const nameOf = usePersonName()
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<'incomplete' | 'failed'>()
  const isOpen = road.mayWrite && review.confirmedBy === undefined
  const mayConfirm = scope?.mayDo('qms.approve', road.unit.id) === true && review.confirmedBy === undefined

  async function confirm(): Promise<void> {
    setAsking(false)
    const refusal = refuseReviewChange(reviewFields.confirmed, true, {
      review,
      mayDo: action => scope?.mayDo(action, road.unit.id) === true,
    })
    if (refusal) return setProblem('incomplete')
    const saved = await save(thing, [{ field: reviewFields.confirmed, value: true }])
    if (!saved.ok) setProblem('failed')
  }

  const saveDecision = ({ id, ...decision }: ReviewDecision): ReturnType<SaveThing> =>
    save(thing, [
      {
        field: reviewFields.decision(id),
        value: {
          ...decision,
          owner: decision.owner ?? null,
          dueOn: decision.dueOn ?? null,
          doneOn: decision.doneOn ?? null,
        },
      },
    ])

  return (
    <>
      {review.confirmedBy !== undefined && (
        <Banner tone="success">{t('review.confirmedBy', { name: nameOf(review.confirmedBy) })}</Banner>
      )}
      {problem && (
        <Banner tone="danger" announce onDismiss={() => setProblem(undefined)}>
          {t(problem === 'incomplete' ? 'review.incomplete' : 'problem.failed')}
        </Banner>
      )}
      <Card>
        <div className={styles.dialog}>
          <DateField
            label={t('review.on')}
            value={review.on ?? null}
            max={app.today()}
            disabled={!isOpen}
            onChange={value => void save(thing, [{ field: reviewFields.on, value }])}
          />
          {reviewTexts.map(name => (
            <SavedArea
              key={name}
              label={t(`review.text.${name}`)}
              value={review.texts[name] ?? ''}
              readOnly={!isOpen}
              onSave={value => save(thing, [{ field: reviewFields.text(name), value }])}
            />
          ))}
        </div>
      </Card>
      <section className={styles.proof} aria-labelledby="decisions">
        <h2 id="decisions" className={styles.heading}>
          {t('review.decisionsTitle')}
        </h2>
        {review.decisions.map(decision => (
          <DecisionCard
            key={decision.id}
            decision={decision}
            road={road}
            isOpen={isOpen}
            onSave={saveDecision}
            onRemove={() => save(thing, [{ field: reviewFields.decision(decision.id), value: null }])}
          />
        ))}
        {isOpen && (
          <div>
            <Button
              icon="plus"
              onClick={() =>
                void saveDecision({
                  id: app.newId(),
                  kind: 'system',
                  text: '',
                  owner: undefined,
                  dueOn: undefined,
                  doneOn: undefined,
                })
              }
            >
              {t('review.addDecision')}
            </Button>
          </div>
        )}
      </section>
      <PaperLinks papers={[{ kind: 'review', thing }]} />
      {mayConfirm && (
        <div>
          <Button look="primary" icon="check" onClick={() => setAsking(true)}>
            {t('review.confirm')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={isAsking}
        title={t('review.confirmAsk')}
        confirm={t('review.confirm')}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
