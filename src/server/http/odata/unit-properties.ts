import type { Unit } from '../../../domain/people/unit.ts'
import type { Properties } from './edm.ts'
import type { World } from './entity-set.ts'

/** What every row says of its commune. */
export const unitProperties = {
  unit: 'Edm.String',
  unitCode: 'Edm.String',
  unitName: 'Edm.String',
  district: 'Edm.String',
} as const satisfies Properties

export function readUnitProperties(
  unit: Unit,
  { directory }: Pick<World, 'directory'>,
): Readonly<Record<keyof typeof unitProperties, string | null>> {
  const district = directory.tree.ancestors(unit.id).find(({ kind }) => kind === 'district')
  return { unit: unit.id, unitCode: unit.code, unitName: unit.fullName, district: district?.fullName ?? null }
}
