import { feedId } from '../../../../domain/people/feed.ts'
import type { Unit } from '../../../../domain/people/unit.ts'
import type { Programme } from '../../../../domain/qms/programme.ts'
import { listSurveyProgress } from '../../../../domain/reports/survey-progress.ts'
import { parseResponseField, responseId } from '../../../../domain/responses/response-fields.ts'
import type { Entry } from '../../../../sync/protocol/op.ts'
import type { Row } from '../edm.ts'
import { communesToCarry } from '../communes-to-carry.ts'
import type { EntitySet, World } from '../entity-set.ts'
import { listProgrammes } from '../list-programmes.ts'
import { readListed } from '../read-listed.ts'
import { readUnitProperties, unitProperties } from '../unit-properties.ts'

/** How far each commune's survey is, as on the district's board. */
export const communes: EntitySet = {
  name: 'Communes',
  type: 'Commune',
  properties: {
    id: 'Edm.String',
    ...unitProperties,
    programme: 'Edm.String',
    state: 'Edm.String',
    isLate: 'Edm.Boolean',
    score: 'Edm.Double',
    band: 'Edm.String',
    answered: 'Edm.Int32',
    sendings: 'Edm.Int32',
    movedAt: 'Edm.DateTimeOffset',
    response: 'Edm.String',
  },
  read: readListed('Communes', async world => {
    const { scope } = world
    // Read with the first row that is made: what was read before the stamps might be older than they say.
    let programmes: ReturnType<typeof listProgrammes> | undefined
    return communesToCarry(scope.communesEver('response.read'), world).map(unit => ({
      name: unit.id,
      // Who does not read the programmes has no rows of them.
      ...(scope.mayRead(world.referenceFeed) && { feed: feedId(unit.id, 'unit') }),
      make: async () => listRows(unit, await (programmes ??= listProgrammes(world)), world),
    }))
  }),
}

async function listRows(unit: Unit, programmes: readonly Programme[], world: World): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const programme of programmes.filter(({ communes: own }) => own.has(unit.id))) {
    const fields = await readSurvey(unit.id, programme, world)
    const found = listSurveyProgress({
      programme,
      communes: [unit],
      districtOf: () => undefined,
      fields,
      answeredOf: response => countAnswers(fields.filter(({ thing }) => thing === response)),
      today: world.today,
    })
    rows.push(
      ...found.map(({ response, state, isLate, score, band, answered, sendings, movedAt }) => ({
        id: `${programme.id}.${unit.id}`,
        ...readUnitProperties(unit, world),
        programme: programme.id,
        state,
        isLate,
        score,
        band,
        answered,
        sendings,
        movedAt,
        response,
      })),
    )
  }
  return rows
}

/** Of today's form, and of earlier ones while that is not begun. */
async function readSurvey(
  unit: string,
  { id, surveys }: Programme,
  { entries }: World,
): Promise<readonly Entry[]> {
  for (const form of surveys) {
    const fields = await entries.readThing(feedId(unit, 'unit'), responseId(id, form, unit))
    if (fields.length > 0) return fields
  }
  return []
}

const countAnswers = (fields: readonly Entry[]): number =>
  fields.filter(({ field, value }) => value !== null && parseResponseField(field)?.kind === 'answer').length
