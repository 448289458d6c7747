import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRole, roles as allRoles } from '../../../domain/people/role.ts'
import type { Step, StepOwners } from '../../../domain/qms/steps.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/stack.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface Props {
  readonly step: Step
  /** As the province has said; undefined where it has not. */
  readonly owners: StepOwners | undefined
  /** Null: as the step usually goes. */
  readonly onSave: (value: JsonValue) => Promise<void>
  readonly onClose: () => void
}

const longest = 200

/** Names who has a step: roles of the app, and an office in words. Nothing is saved before "Save". */
export function OwnersDialog({ step, owners, onSave, onClose }: Props) {
  const { t } = useTranslation(['programme', 'road', 'common'])
  const text = useLocalText()
  const [roles, setRoles] = useState<readonly string[]>(owners?.roles ?? step.roles)
  const [office, setOffice] = useState(owners?.office ?? '')
  const isUsual =
    office.trim() === '' && roles.length === step.roles.length && step.roles.every(one => roles.includes(one))
  const isNobody = roles.length === 0 && office.trim() === ''
  return (
    <Dialog
      open
      mustAnswer
      title={text(step.title)}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button
            look="primary"
            onClick={() =>
              void onSave(isNobody || isUsual ? null : { roles: roles.filter(isRole), office: office.trim() })
            }
          >
            {t('common:action.save')}
          </Button>
        </>
      }
    >
      <Stack>
        <ChoiceList
          kind="many"
          label={t('owners.roles')}
          hint={t('owners.rolesHint')}
          value={roles}
          onChange={setRoles}
          options={allRoles
            .filter(role => role !== 'administrator')
            .map(value => ({ value, label: t(`road:role.${value}`) }))}
        />
        <TextField
          label={t('owners.office')}
          hint={t('owners.officeHint')}
          maxLength={longest}
          value={office}
          onChange={setOffice}
        />
      </Stack>
    </Dialog>
  )
}
