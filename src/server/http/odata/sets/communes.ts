import { setImmediate as otherWork } from 'node:timers/promises'
import { feedId } from '../../../../domain/people/feed.ts'
import type { Unit } from '../../../../domain/people/unit.ts'
import type { Programme } from '../../../../domain/qms/programme.ts'
import { listSurveyProgress } from '../../../../domain/reports/survey-progress.ts'
import { parseResponseField, responseType } from '../../../../domain/responses/response-fields.ts'
import type { Entry } from '../../../../sync/protocol/op.ts'
import type { Row } from '../edm.ts'
import type { EntitySet, World } from '../entity-set.ts'
import { listProgrammes } from '../list-programmes.ts'
import { mayCarryAnswers } from '../may-carry-away.ts'
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
  read: readListed(async world => {
    const programmes = await listProgrammes(world)
    const { scope } = world
    return scope
      .communesEver('response.read')
      .filter(unit => scope.mayRead(feedId(unit.id, 'unit')) && mayCarryAnswers(world, unit))
      .filter(unit => world.mayMatch(readUnitProperties(unit, world)))
      .map(unit => [unit.id, () => listRows(unit, programmes, world)] as const)
  }),
}

async function listRows(unit: Unit, programmes: readonly Programme[], world: World): Promise<readonly Row[]> {
  const { fields, answered } = await readCommune(unit, world)
  return programmes.flatMap(programme =>
    listSurveyProgress({
      programme,
      communes: [unit],
      districtOf: () => undefined,
      fields,
      answeredOf: response => answered.get(response) ?? 0,
      today: world.today,
    }).map(({ response, state, isLate, score, band, answered: count, sendings, movedAt }) => ({
      id: `${programme.id}.${unit.id}`,
      ...readUnitProperties(unit, world),
      programme: programme.id,
      state,
      isLate,
      score,
      band,
      answered: count,
      sendings,
      movedAt,
      response,
    })),
  )
}

const responsesAtOnce = 10

/** Moves and results of the commune's responses, and how many answers each has. */
async function readCommune(
  unit: Unit,
  { entries }: World,
): Promise<{ fields: readonly Entry[]; answered: ReadonlyMap<string, number> }> {
  const fields: Entry[] = []
  const answered = new Map<string, number>()
  for (let after = ''; ; await otherWork()) {
    const page = { type: responseType, after, most: responsesAtOnce }
    const found = await entries.readThings(feedId(unit.id, 'unit'), page)
    const last = found.at(-1)
    if (!last) return { fields, answered }
    after = last.thing
    for (const entry of found) {
      const kind = parseResponseField(entry.field)?.kind
      if (kind === 'move' || kind === 'result') fields.push(entry)
      if (kind === 'answer' && entry.value !== null)
        answered.set(entry.thing, (answered.get(entry.thing) ?? 0) + 1)
    }
  }
}
