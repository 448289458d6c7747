import { useTranslation } from 'react-i18next'
import { auditFields } from '../../../domain/audits/audit-fields.ts'
import { DateTimeField } from '../../ui/date-time-field.tsx'
import { useOpenFieldwork } from './fieldwork-context.tsx'

interface Props {
  readonly check: string
  readonly value: string | undefined
  readonly disabled: boolean
}

/** When it was seen, where that is not when it was written down. */
export function HappenedField({ check, value, disabled }: Props) {
  const { fieldwork } = useOpenFieldwork()
  const { t } = useTranslation('auditWork')
  return (
    <DateTimeField
      label={t('happened')}
      hint={t('happenedHint')}
      value={value ?? null}
      disabled={disabled}
      onChange={(next, typed) => {
        if (!typed.invalid && next !== (value ?? null))
          fieldwork.put(auditFields.happened(check), next, 'whenPaused')
      }}
      onBlur={() => void fieldwork.flush()}
    />
  )
}
