import { feedId } from '../../../../domain/people/feed.ts'
import { readRoads } from '../../read-roads.ts'
import { communesToCarry } from '../communes-to-carry.ts'
import type { EntitySet } from '../entity-set.ts'
import { readListed } from '../read-listed.ts'
import { readUnitProperties, unitProperties } from '../unit-properties.ts'

/**
 * The road: a row for each step of each commune of a programme, judged from what the commune has, as on the tablets.
 * Whose a step is is told by roles and office; that the commune has named a person, but not whom.
 */
export const steps: EntitySet = {
  name: 'Steps',
  type: 'Step',
  properties: {
    id: 'Edm.String',
    ...unitProperties,
    programme: 'Edm.String',
    step: 'Edm.String',
    number: 'Edm.Int32',
    title: 'Edm.String',
    state: 'Edm.String',
    done: 'Edm.Int32',
    outOf: 'Edm.Int32',
    plannedOn: 'Edm.Date',
    doneOn: 'Edm.Date',
    isLate: 'Edm.Boolean',
    daysLate: 'Edm.Int32',
    ownerRoles: 'Edm.String',
    ownerOffice: 'Edm.String',
    isPersonNamed: 'Edm.Boolean',
  },
  read: readListed('Steps', async world => {
    const { scope, today } = world
    return communesToCarry(scope.communesWhere('response.read'), world).map(unit => ({
      name: unit.id,
      feed: feedId(unit.id, 'unit'),
      make: async () =>
        (await readRoads(unit, today, world)).flatMap(({ programme, road }) =>
          road.steps.map(({ step, state, progress, plannedOn, evidence, daysLate, owner, owners }, at) => ({
            id: `${programme.id}.${unit.id}/${step.id}`,
            ...readUnitProperties(unit, world),
            programme: programme.id,
            step: step.id,
            number: at + 1,
            title: step.title['vi'] ?? null,
            state,
            done: progress?.done ?? null,
            outOf: progress?.total ?? null,
            plannedOn: plannedOn ?? null,
            doneOn: evidence.on ?? null,
            isLate: daysLate > 0,
            daysLate,
            ownerRoles: owners.roles.join(' '),
            ownerOffice: owners.office.trim() || null,
            isPersonNamed: owner !== undefined,
          })),
        ),
    }))
  }),
}
