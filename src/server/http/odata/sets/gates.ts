import { feedId } from '../../../../domain/people/feed.ts'
import { readRoads } from '../../read-roads.ts'
import { communesToCarry } from '../communes-to-carry.ts'
import type { EntitySet } from '../entity-set.ts'
import { readListed } from '../read-listed.ts'
import { readUnitProperties, unitProperties } from '../unit-properties.ts'

/** The conditions of the declaration, one row for each commune of a programme, as they stand today. */
export const gates: EntitySet = {
  name: 'Gates',
  type: 'Gate',
  properties: {
    id: 'Edm.String',
    ...unitProperties,
    programme: 'Edm.String',
    readiness: 'Edm.String',
    gate: 'Edm.String',
    label: 'Edm.String',
    isMust: 'Edm.Boolean',
    value: 'Edm.String',
    isOverridden: 'Edm.Boolean',
    /** Why the figures say so, as a code. */
    why: 'Edm.String',
  },
  read: readListed('Gates', async world => {
    const { scope, today } = world
    return communesToCarry(scope.communesWhere('response.read'), world).map(unit => ({
      name: unit.id,
      feed: feedId(unit.id, 'unit'),
      make: async () =>
        (await readRoads(unit, today, world)).flatMap(({ programme, road }) =>
          road.gates.map(({ gate, value, computed, isOverridden }) => ({
            id: `${programme.id}.${unit.id}/${gate.id}`,
            ...readUnitProperties(unit, world),
            programme: programme.id,
            readiness: road.readiness,
            gate: gate.id,
            label: gate.label['vi'] ?? null,
            isMust: gate.isMust,
            value,
            isOverridden,
            why: computed?.why.code ?? null,
          })),
        ),
    }))
  }),
}
