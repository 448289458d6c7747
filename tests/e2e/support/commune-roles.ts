import type { Role } from '../../../src/domain/people/role.ts'

/** Who works in a commune, and who has not signed in yet: about half of the screens, for two files side by side. */
export const isOfCommune = (role: Role | null): boolean =>
  role === null || role === 'communeOfficial' || role === 'communeLeader'
