import { useTranslation } from 'react-i18next'
import type { AssignmentFault } from '../../../domain/people/judge-assignment.ts'
import { isRole, roles, type Role } from '../../../domain/people/role.ts'
import { unitsOfRole } from '../../../domain/people/units-of-role.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Stack } from '../../ui/stack.tsx'
import { useFaultWords } from './use-fault-words.ts'
import { useUnitOptions } from './use-unit-options.ts'

/** An assignment while it is being put together. */
export interface Draft {
  readonly role: Role | null
  readonly unit: string | null
  readonly from: string | null
  readonly to: string | null
}

interface Props {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly fault: AssignmentFault | undefined
  /** Role, unit and first day stay as they are: only the last day can be another. */
  readonly isOld?: boolean
}

export function AssignmentFields({ draft, onChange, fault, isOld = false }: Props) {
  const { t } = useTranslation(['admin', 'account'])
  const units = useUnitOptions(draft.role ? unitsOfRole[draft.role] : undefined)
  const words = useFaultWords()
  const said = fault && words(fault)
  const isOfUnit =
    fault?.type === 'unknownUnit' || fault?.type === 'wrongUnit' || fault?.type === 'unitNotThere'
  return (
    <Stack>
      {!isOld && (
        <>
          <Select
            label={t('role')}
            value={draft.role}
            onChange={role =>
              onChange({ ...draft, role: role !== null && isRole(role) ? role : null, unit: null })
            }
            options={roles.map(value => ({ value, label: t(`account:roles.${value}`) }))}
          />
          <Combobox
            kind="one"
            label={t('unit')}
            options={units}
            value={draft.unit}
            disabled={draft.role === null}
            error={isOfUnit ? said : undefined}
            onChange={unit => onChange({ ...draft, unit })}
          />
          <DateField
            label={t('from')}
            value={draft.from}
            onChange={from => onChange({ ...draft, from })}
            error={isOfUnit ? undefined : said}
          />
        </>
      )}
      <DateField
        label={t('to')}
        hint={t('toHint')}
        value={draft.to}
        onChange={to => onChange({ ...draft, to })}
        error={isOld ? said : undefined}
      />
    </Stack>
  )
}
