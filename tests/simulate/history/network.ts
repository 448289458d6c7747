import { readSyncResponse } from '../../../src/client/network/sync-envelope.ts'
import type { Ask } from '../../../src/client/network/ask-server.ts'
import type { SyncRequest } from '../../../src/sync/protocol/wire.ts'
import type { LinkResult, ServerLink } from '../../../src/sync/replica/server-link.ts'
import type { Gate } from '../gate.ts'
import type { Said } from '../server/server.ts'
import type { Seat } from '../tablet/seat.ts'
import { createRepairJudge } from '../checks/judge-repair.ts'
import { askThroughWeather } from './ask-through-weather.ts'
import type { World } from './world.ts'

export interface Network {
  readonly linkOf: (seat: Pick<Seat, 'person' | 'name' | 'offered'>, gate: Gate) => ServerLink
  readonly askOf: (person: string, gate: Gate) => Ask
  /** Requests that were given up long ago reach the server. */
  readonly deliverLate: (most: number) => Promise<void>
}

const storms = [
  'lost',
  'answerLost',
  'answerLost',
  'repeated',
  'repeated',
  'late',
  'late',
  'cutRequest',
  'cutAnswer',
  'portal',
  'busy',
  'tooLarge',
  'unauthorized',
  'upgradeRequired',
  'serverFull',
] as const

type Weather = 'fine' | 'serverCrash' | (typeof storms)[number]

/** The way between tablets and the server: drops, repeats, delays, cuts, and answers with others' words. */
export function createNetwork(given: () => World): Network {
  const late: { readonly person: string; readonly text: string }[] = []

  function nextWeather(): Weather {
    const { chance, faults, isQuiet } = given()
    if (isQuiet) return 'fine'
    if (faults.has('serverCrash') && chance.isHit(0.15)) return 'serverCrash'
    return faults.has('network') && chance.isHit(0.35) ? chance.pick(storms) : 'fine'
  }

  function hear(said: Said): LinkResult {
    if (said.type === 'dead') return { type: 'unreachable' }
    if (said.type === 'failed') {
      given().fail('diverged', `the server failed: ${String(said.cause)}`)
      return { type: 'busy', retryAfterMs: null }
    }
    if (said.status === 400) return { type: 'refused', status: 400, error: 'badRequest' }
    if (said.status === 403) return { type: 'otherPerson' }
    const response = readSyncResponse(JSON.parse(said.text))
    return response ? { type: 'answered', response } : { type: 'notOurServer' }
  }

  async function travel(weather: Weather, person: string, text: string): Promise<LinkResult> {
    const { server, chance } = given()
    switch (weather) {
      case 'fine':
        return hear(await server.sync(person, text))
      case 'lost':
        return { type: 'unreachable' }
      case 'answerLost':
      case 'cutAnswer':
        await server.sync(person, text)
        return { type: 'unreachable' }
      case 'repeated': {
        const first = await server.sync(person, text)
        const second = await server.sync(person, text)
        return hear(chance.isHit(0.5) ? first : second)
      }
      case 'late':
        late.push({ person, text })
        return { type: 'unreachable' }
      case 'cutRequest':
        return hear(await server.sync(person, text.slice(0, chance.below(text.length))))
      case 'serverCrash': {
        server.gate().plan('crash', chance.below(30))
        const said = await server.sync(person, text)
        server.gate().clear()
        return hear(said)
      }
      case 'portal':
        return { type: 'notOurServer' }
      case 'busy':
        return { type: 'busy', retryAfterMs: null }
      default:
        return { type: weather }
    }
  }

  return {
    linkOf: ({ person, name, offered }, gate) => {
      const judgeRepair = createRepairJudge(name, given)
      return {
        async exchange(request) {
          const world = given()
          gate.passBy()
          judgeRepair.asks(request)
          for (const op of request.ops) {
            offered().add(op.id)
            world.ledger.made.add(op.id)
          }
          world.pass(world.chance.below(3) * 400)
          const weather = nextWeather()
          const isEarly = world.chance.isHit(0.5)
          if (isEarly) await world.meanwhile(name)
          const result = await travel(weather, person, JSON.stringify(asBuilt(world, name, request)))
          if (!isEarly) await world.meanwhile(name)
          world.tell(`${name} → ${request.ops.length} ops, ${weather} → ${describe(result)}`)
          gate.passBy()
          judgeRepair.hears(result)
          return result
        },
      }
    },
    askOf: (person, gate) => askThroughWeather(given, person, gate),
    async deliverLate(most) {
      for (const { person, text } of late.splice(0, most)) await given().server.sync(person, text)
    },
  }
}

/** A tablet with a newer build than the server writes a newer schema (SY14): every third one, where versions differ. */
function asBuilt({ faults, tablets }: World, seat: string, request: SyncRequest): SyncRequest {
  const at = tablets.findIndex(({ name }) => seat.startsWith(`${name}.`))
  if (!faults.has('skew') || at % 3 !== 0) return request
  return { ...request, ops: request.ops.map(op => ({ ...op, schema: 2 })) }
}

function describe(result: LinkResult): string {
  if (result.type !== 'answered') return result.type
  const { answers, pages, gone } = result.response
  const words = answers.map(answer => (answer.result === 'held' ? `held:${answer.reason}` : answer.result))
  const read = pages.map(page => `${page.feed}${page.cursor}/${page.head}`)
  return `[${words.join(' ')}] ${read.join(' ')}${gone.length > 0 ? ` gone ${gone.join(' ')}` : ''}`
}
