import type { Ask, Heard } from '../../../src/client/network/ask-server.ts'
import { Crash, type Gate } from '../gate.ts'
import type { World } from './world.ts'

const storms = ['lost', 'answerLost', 'repeated', 'busy', 'portal', 'damaged', 'serverCrash'] as const

/** The way of files: each request of an upload meets weather of its own, so that it is cut at any chunk. */
export function askThroughWeather(given: () => World, person: string, gate: Gate): Ask {
  async function send(path: string, init: RequestInit): Promise<Heard> {
    try {
      return { type: 'heard', response: await given().server.askFiles(person, path, init) }
    } catch (error) {
      if (error instanceof Crash) return { type: 'unreachable' }
      throw error
    }
  }

  return async ({ method, path, headers = {}, body }) => {
    const { chance, faults, isQuiet, server, pass, tell } = given()
    gate.passBy()
    pass(chance.below(2) * 300)
    const isStormy = !isQuiet && faults.has('files') && chance.isHit(0.3)
    const weather = isStormy ? chance.pick(storms) : 'fine'
    const init: RequestInit = { method, headers: { ...headers }, ...(body !== undefined && { body }) }
    let heard: Heard = { type: 'unreachable' }
    switch (weather) {
      case 'fine':
        heard = await send(path, init)
        break
      case 'answerLost':
        await send(path, init)
        break
      case 'repeated':
        await send(path, init)
        heard = await send(path, init)
        break
      case 'busy':
        heard = { type: 'heard', response: new Response('', { status: 503 }) }
        break
      case 'portal':
        heard = { type: 'heard', response: new Response('<html>', { status: 200 }) }
        break
      case 'damaged':
        heard = await send(path, damage(init))
        break
      case 'serverCrash':
        server.gate().plan('crash', chance.below(6))
        heard = await send(path, init)
        server.gate().clear()
        break
      case 'lost':
        break
    }
    const status = heard.type === 'heard' ? heard.response.status : heard.type
    tell(`${person} ${method} ${path.slice(0, 20)} ${weather} → ${status}`)
    gate.passBy()
    return heard
  }
}

/** Some middle box has changed a byte: only the hash at the end can tell. */
function damage(init: RequestInit): RequestInit {
  if (!(init.body instanceof ArrayBuffer) || init.body.byteLength === 0) return init
  const bytes = new Uint8Array(init.body.slice(0))
  const last = bytes.length - 1
  bytes[last] = (bytes[last] ?? 0) ^ 1
  return { ...init, body: bytes }
}
