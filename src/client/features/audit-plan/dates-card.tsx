import { useTranslation } from 'react-i18next'
import { auditFields } from '../../../domain/audits/audit-fields.ts'
import { Card } from '../../ui/card.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { DateTimeField } from '../../ui/date-time-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Typed } from '../../ui/typed.ts'
import styles from './audit-plan.module.css'
import type { Plan } from './use-plan.ts'

/** Days, meetings and place. */
export function DatesCard({ plan: { fields }, isOpen }: { readonly plan: Plan; readonly isOpen: boolean }) {
  const { t } = useTranslation('auditPlan')
  const { from, to, opening, closing } = auditFields
  const valueOf = (field: string) => fields.text(field) || null

  // What is half typed is not a day yet, and not "none" either.
  const change = (field: string) => (value: string | null, typed: Typed) => {
    if (typed.invalid) return
    fields.set(field, value)
    const setIfNone = (other: string, usual: string) => {
      if (valueOf(other) === null) fields.set(other, usual)
    }
    if (value === null) return
    const hasEnd = valueOf(to) !== null
    if (field === from) {
      setIfNone(to, value)
      setIfNone(opening, `${value}T08:00`)
    }
    if (field === to || (field === from && !hasEnd)) setIfNone(closing, `${value}T16:30`)
  }

  const [first, last] = [valueOf(from), valueOf(to)]
  const isReversed = first !== null && last !== null && last < first
  return (
    <Card title={t('dates.title')}>
      <div className={styles.pairs} id="plan-dates">
        <DateField
          label={t('dates.from')}
          required
          disabled={!isOpen}
          value={first}
          onChange={change(from)}
        />
        <DateField
          label={t('dates.to')}
          required
          disabled={!isOpen}
          error={isReversed ? t('gap.reversed') : undefined}
          min={first ?? undefined}
          value={last}
          onChange={change(to)}
        />
        <DateTimeField
          label={t('dates.opening')}
          disabled={!isOpen}
          value={valueOf(opening)}
          onChange={change(opening)}
        />
        <DateTimeField
          label={t('dates.closing')}
          disabled={!isOpen}
          value={valueOf(closing)}
          onChange={change(closing)}
        />
        <TextField
          label={t('dates.place')}
          placeholder={t('dates.placeExample')}
          disabled={!isOpen}
          value={fields.text(auditFields.text('place'))}
          onChange={text => fields.type(auditFields.text('place'), text)}
        />
      </div>
    </Card>
  )
}
