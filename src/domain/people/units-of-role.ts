import type { Role } from './role.ts'
import type { UnitKind } from './unit.ts'

/** A role reaches down the tree: an official of a district would fill the surveys of all its communes. */
export const unitsOfRole: Readonly<Record<Role, readonly UnitKind[]>> = {
  communeOfficial: ['commune'],
  communeLeader: ['commune'],
  internalAuditor: ['commune', 'district', 'province'],
  districtOfficer: ['commune', 'district'],
  provinceCoordinator: ['province'],
  administrator: ['province'],
}
