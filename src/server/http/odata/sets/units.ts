import type { EntitySet } from '../entity-set.ts'
import { readListed } from '../read-listed.ts'

/** The units in which this person has a role, those below them, and those that they belong to. */
export const units: EntitySet = {
  name: 'Units',
  type: 'Unit',
  properties: {
    id: 'Edm.String',
    code: 'Edm.String',
    kind: 'Edm.String',
    name: 'Edm.String',
    fullName: 'Edm.String',
    parent: 'Edm.String',
    validFrom: 'Edm.Date',
    validTo: 'Edm.Date',
  },
  read: readListed('Units', async ({ directory: { tree }, scope }) => {
    const own = tree.units.filter(({ id }) => scope.rolesAt(id).length > 0)
    const seen = new Set(own.flatMap(({ id }) => [id, ...tree.ancestors(id).map(above => above.id)]))
    const rows = tree.units
      .filter(({ id }) => seen.has(id))
      .map(({ id, code, kind, name, fullName, parent, from, to }) => {
        return { id, code, kind, name, fullName, parent, validFrom: from, validTo: to }
      })
    return [{ name: 'units', make: async () => rows }]
  }),
}
