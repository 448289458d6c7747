import { useTranslation } from 'react-i18next'
import { auditType } from '../../../domain/audits/audit-fields.ts'
import type { AnswerValue } from '../../../domain/forms/form-version.ts'
import { splitKey } from '../../../domain/forms/row.ts'
import { parseFeedId } from '../../../domain/people/feed.ts'
import { parseResponseField } from '../../../domain/responses/response-fields.ts'
import { settlementTypeOf } from '../../../sync/protocol/held-settlement.ts'
import type { HeldReason } from '../../../sync/protocol/wire.ts'
import type { HeldRecord } from '../../../sync/replica/replica-store.ts'
import { useAnswerText } from '../../context/use-answer-text.ts'
import { useAuditWords } from '../../context/use-audit-words.ts'
import { useForms } from '../../context/use-forms.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './sync-page.module.css'
import { useThingWords } from './use-thing-words.ts'

const reasons: Readonly<Record<HeldReason, true>> = {
  outOfScope: true,
  notYourRole: true,
  notIndependent: true,
  locked: true,
  illegalMove: true,
  incomplete: true,
  reasonMissing: true,
  unknownType: true,
  unknownField: true,
  badValue: true,
  newerSchema: true,
  tooLarge: true,
  otherFeed: true,
  opIdReused: true,
}
/** A newer server may have reasons that this build has no sentence for. */
const isKnown = (reason: string): reason is HeldReason => Object.hasOwn(reasons, reason)

/** What was held, and why, in words. */
export function HeldWords({ record, by }: { readonly record: HeldRecord; readonly by?: string | undefined }) {
  const { t } = useTranslation('sync')
  const text = useLocalText()
  const format = useFormat()
  const directory = useDirectory()
  const forms = useForms()
  const { op, reason, at } = record
  const field = parseResponseField(op.field)
  const question = field && 'question' in field ? forms?.findQuestion(splitKey(field.question).id) : undefined
  const label = question ? text(question.label) : field && 'question' in field ? field.question : ''
  const kind = field && field.kind !== 'result' ? field.kind : 'other'
  const unit = directory?.tree.get(parseFeedId(op.feed)?.unit ?? '')?.fullName
  const { fieldName, valueText } = useAuditWords()
  const answerText = useAnswerText()
  const { titleOf } = useThingWords()
  const isSettlement = op.type === settlementTypeOf(op.feed)
  const ownName = fieldName(op.type, op.field)
  const told = op.type === auditType ? valueText(op.field, op.value) : op.value
  const plain = typeof told === 'object' ? '' : String(told)
  const value = question && kind === 'answer' ? answerText(question, op.value as AnswerValue | null) : plain
  return (
    <>
      <span className={styles.what}>
        {isSettlement ? t('held.settlement') : (ownName ?? t(`what.${kind}`, { question: label }))}
      </span>
      <StateMark state="held">{t(`held.reason.${isKnown(reason) ? reason : 'unknown'}`)}</StateMark>
      {value !== '' && (
        <span className={styles.value}>
          {t('held.value')}: {value.slice(0, 300)}
        </span>
      )}
      <span className={styles.soft}>
        {[isSettlement ? null : titleOf(op), by, unit, format.dateTime(at)].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}
