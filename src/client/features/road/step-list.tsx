import { useTranslation } from 'react-i18next'
import type { StepStatus } from '../../../domain/qms/judge-steps.ts'
import { useOwnerWords } from '../../context/use-owner-words.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { StepMark } from './step-mark.tsx'

interface Props {
  readonly statuses: readonly StepStatus[]
  readonly onOpen: (step: string) => void
}

/** The sixteen steps in their order, each with how far it is, by when, and who has it. */
export function StepList({ statuses, onOpen }: Props) {
  const { t } = useTranslation('road')
  const text = useLocalText()
  const format = useFormat()
  const nameOf = usePersonName()
  const wordsOf = useOwnerWords()
  return (
    <RowList label={t('steps.title')}>
      {statuses.map((status, at) => {
        const { step, state, plannedOn, owner, owners, progress, evidence } = status
        const isOpen = state === 'open' || state === 'begun'
        const meta = [
          evidence.on && t('steps.doneOn', { date: format.date(evidence.on) }),
          !evidence.on && plannedOn && t('steps.plannedOn', { date: format.date(plannedOn) }),
          owner ? nameOf(owner) : isOpen && wordsOf(owners),
          progress && t('steps.progress', progress),
        ].filter(Boolean)
        return (
          <ListRow
            key={step.id}
            title={`${at + 1}. ${text(step.title)}`}
            meta={meta.join(' · ') || undefined}
            state={<StepMark status={status} />}
            onSelect={() => onOpen(step.id)}
          />
        )
      })}
    </RowList>
  )
}
