import { useTranslation } from 'react-i18next'
import type { StepOwners } from '../../domain/qms/steps.ts'

/** Who has a step, in words: its roles and its office. */
export function useOwnerWords(): (owners: StepOwners) => string {
  const { t } = useTranslation('road')
  return ({ roles, office }) =>
    [...roles.map(role => t(`role.${role}`)), office.trim()].filter(Boolean).join(', ')
}
