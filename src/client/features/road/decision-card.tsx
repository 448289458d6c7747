import { useTranslation } from 'react-i18next'
import type { Result } from '../../../lib/result.ts'
import {
  decisionKinds,
  type DecisionKind,
  type ReviewDecision,
} from '../../../domain/qms/management-review.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './road.module.css'
import { SavedArea } from '../../ui/saved-area.tsx'
import type { RoadView } from './use-road.ts'

interface Props {
  readonly decision: ReviewDecision
  readonly road: RoadView
  /** The minutes are not confirmed yet. */
  readonly isOpen: boolean
  readonly onSave: (decision: ReviewDecision) => Promise<Result<unknown, unknown>>
  readonly onRemove: () => Promise<Result<unknown, unknown>>
}

/** One decision: what, who, by when; and when it was done, which is added after the minutes are confirmed too. */
export function DecisionCard({ decision, road, isOpen, onSave, onRemove }: Props) {
  const app = useApp()
  const directory = useDirectory()
  const { t } = useTranslation(['road', 'common'])
  const people = [...(directory?.people.values() ?? [])].filter(({ id }) =>
    directory?.assignmentsOf(id).some(({ unit }) => unit === road.unit.id),
  )
  const change = (patch: Partial<ReviewDecision>): void => void onSave({ ...decision, ...patch })
  return (
    <Card>
      <div className={styles.dialog}>
        <Select
          label={t('decision.kind')}
          empty={false}
          value={decision.kind}
          disabled={!isOpen}
          onChange={kind => change({ kind: (kind ?? 'system') as DecisionKind })}
          options={decisionKinds.map(kind => ({ value: kind, label: t(`decision.kinds.${kind}`) }))}
        />
        <SavedArea
          label={t('decision.text')}
          value={decision.text}
          readOnly={!isOpen}
          onSave={text => onSave({ ...decision, text })}
        />
        <div className={styles.pair}>
          <Select
            label={t('decision.owner')}
            value={decision.owner ?? null}
            disabled={!isOpen}
            onChange={owner => change({ owner: owner ?? undefined })}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <DateField
            label={t('decision.dueOn')}
            value={decision.dueOn ?? null}
            disabled={!isOpen}
            onChange={dueOn => change({ dueOn: dueOn ?? undefined })}
          />
          <DateField
            label={t('decision.doneOn')}
            value={decision.doneOn ?? null}
            max={app.today()}
            disabled={!road.mayWrite}
            onChange={doneOn => change({ doneOn: doneOn ?? undefined })}
          />
        </div>
        {isOpen && (
          <div>
            <Button look="quiet" icon="trash" onClick={() => void onRemove()}>
              {t('common:action.remove')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}
