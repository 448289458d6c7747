import type { Role } from '../../../domain/people/role.ts'

/** The guides there are, and the screens each shows (`npm run shots -- --guide` takes the pictures). */
export const guideScreens = {
  communeOfficial: ['work', 'fill', 'sync'],
  communeLeader: ['road', 'readiness', 'finding'],
  internalAuditor: ['audit', 'audit-fieldwork', 'audit-findings'],
  districtOfficer: ['communes', 'review', 'export'],
  provinceCoordinator: ['province', 'forms', 'settings'],
} as const satisfies Partial<Record<Role, readonly string[]>>

export type GuideRole = keyof typeof guideScreens

export const guideRoles = Object.keys(guideScreens) as readonly GuideRole[]

/** The guides of a person's roles, each once; administrators share the province's. */
export function guidesOf(roles: readonly Role[]): readonly GuideRole[] {
  const wanted = new Set(roles.map(role => (role === 'administrator' ? 'provinceCoordinator' : role)))
  return guideRoles.filter(role => wanted.has(role))
}
