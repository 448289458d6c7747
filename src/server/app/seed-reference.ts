import programme from '../../content/programmes/plan174.json' with { type: 'json' }
import units from '../../content/units/langson-2017.json' with { type: 'json' }
import { feedId } from '../../domain/people/feed.ts'
import { unitId } from '../../domain/people/unit.ts'
import { programmeType } from '../../domain/qms/programme.ts'
import type { Services } from '../http/environment.ts'
import { baselineSurvey } from './forms.ts'

/** The day the unit dataset speaks of; part of every unit's id. */
export const unitsFrom = '2017-10-15'
export const provinceId = unitId('20', unitsFrom)
export const referenceFeed = feedId(provinceId, 'reference')
export const programmeId = programme.id

/**
 * Writes the unit tree, and the programme with its survey. What is there already is passed over; a programme that
 * was begun is the province's, so nothing of it is written again.
 */
export async function seedReference({
  authority,
  entries,
}: Pick<Services, 'authority' | 'entries'>): Promise<void> {
  // What later reforms have made of them stays.
  const known = new Set((await entries.readTypes(referenceFeed, ['unit'])).map(({ thing }) => thing))
  await authority.write(
    referenceFeed,
    units
      .filter(({ id }) => !known.has(id))
      .map(({ id, ...unit }) => ({ type: 'unit', thing: id, field: 'unit', value: unit })),
  )
  if ((await entries.readTypes(referenceFeed, [programmeType])).length > 0) return
  await authority.write(
    referenceFeed,
    [
      { field: 'surveyForm', value: { ...baselineSurvey } },
      { field: 'name', value: programme.name },
    ].map(change => ({ type: programmeType, thing: programme.id, ...change })),
  )
}
