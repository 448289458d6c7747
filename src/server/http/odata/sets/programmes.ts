import type { EntitySet } from '../entity-set.ts'
import { listProgrammes } from '../list-programmes.ts'
import { readListed } from '../read-listed.ts'

export const programmes: EntitySet = {
  name: 'Programmes',
  type: 'Programme',
  properties: {
    id: 'Edm.String',
    name: 'Edm.String',
    nameEn: 'Edm.String',
    begunOn: 'Edm.Date',
    endedOn: 'Edm.Date',
    surveyForm: 'Edm.String',
    surveyVersion: 'Edm.String',
    surveyDueOn: 'Edm.Date',
    communes: 'Edm.Int32',
  },
  read: readListed('Programmes', async world => {
    const found = await listProgrammes(world)
    const rows = found.map(({ id, name, begunOn, endedOn, surveyForm, surveyDueOn, communes }) => ({
      id,
      name: name['vi'] ?? null,
      nameEn: name['en'] ?? null,
      begunOn: begunOn ?? null,
      endedOn: endedOn ?? null,
      surveyForm: surveyForm?.id ?? null,
      surveyVersion: surveyForm?.version ?? null,
      surveyDueOn: surveyDueOn ?? null,
      communes: communes.size,
    }))
    return [{ name: 'programmes', make: async () => rows }]
  }),
}
