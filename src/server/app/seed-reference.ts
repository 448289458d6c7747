import units from '../../content/units/langson-2017.json' with { type: 'json' }
import { unitId } from '../../domain/people/unit.ts'
import { feedId } from '../../domain/people/feed.ts'
import type { Authority } from '../../sync/authority/authority.ts'

/** The day the unit dataset speaks of; part of every unit's id. */
export const unitsFrom = '2017-10-15'
export const provinceId = unitId('20', unitsFrom)
export const referenceFeed = feedId(provinceId, 'reference')

/** Writes the unit tree. Units that are there already are passed over. */
export async function seedUnits(authority: Authority): Promise<void> {
  await authority.write(
    referenceFeed,
    units.map(({ id, ...unit }) => ({ type: 'unit', thing: id, field: 'unit', value: unit })),
  )
}
