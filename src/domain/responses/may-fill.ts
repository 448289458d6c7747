import type { FormVersion } from '../forms/form-version.ts'
import { may, type Role } from '../people/role.ts'

/**
 * Whether somebody with these roles in a unit fills this form for it: people of the commune every form that names
 * one of them or nobody; auditors and reviewers only what names their role.
 */
export function mayFill(
  { filledByRoles }: Pick<FormVersion, 'filledByRoles'>,
  held: readonly Role[],
): boolean {
  const named = filledByRoles ?? []
  const commune: readonly string[] = may['response.fill']
  const others: readonly string[] = may['response.fillNamed']
  const isForCommune = named.length === 0 || named.some(role => commune.includes(role))
  return held.some(role =>
    commune.includes(role) ? isForCommune : others.includes(role) && named.includes(role),
  )
}
