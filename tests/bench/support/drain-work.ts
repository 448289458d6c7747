import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Op } from '../../../src/sync/protocol/op.ts'
import type { Cursor, SyncResponse } from '../../../src/sync/protocol/wire.ts'
import { nextDelay } from '../../../src/sync/replica/backoff.ts'
import type { LoadPerson } from './load-server.ts'

export interface Drained {
  readonly seconds: number
  readonly ops: number
  /** Milliseconds from each request to the end of its answer, those that were turned away as well. */
  readonly requestMs: readonly number[]
  /** How often the server was busy and asked to come again. */
  readonly turnedAway: number
}

/**
 * Everybody sends their batches at once, each one after the other, pulls what the answers bring, and throws when an op
 * is not taken. Whoever is turned away comes again when a tablet would. Requests come from this process, on the same machine as the server.
 */
export async function drainWork(work: ReadonlyMap<LoadPerson, readonly (readonly Op[])[]>): Promise<Drained> {
  const requestMs: number[] = []
  let ops = 0
  let turnedAway = 0
  async function sendUntilTaken(...request: Parameters<typeof send>): Promise<SyncResponse> {
    for (let failures = 1; ; failures++) {
      const sentAt = performance.now()
      const answer = await send(...request)
      requestMs.push(performance.now() - sentAt)
      if (answer.type === 'taken') return answer.response
      turnedAway += 1
      await wait(Math.max(answer.retryAfterMs, nextDelay(failures, Math.random)))
    }
  }
  const startedAt = performance.now()
  await Promise.all(
    [...work].map(async ([person, batches]) => {
      let { cursors } = person
      for (const batch of batches) {
        const response = await sendUntilTaken(person, batch, cursors)
        mustBeTaken(response, batch)
        ops += batch.length
        const moved = response.pages.map(({ feed, epoch, cursor }) => [feed, [epoch, cursor] as const])
        cursors = { ...cursors, ...(Object.fromEntries(moved) as Record<string, Cursor>) }
      }
    }),
  )
  return { seconds: (performance.now() - startedAt) / 1000, ops, requestMs, turnedAway }
}

type Sent =
  | { readonly type: 'taken'; readonly response: SyncResponse }
  | { readonly type: 'busy'; readonly retryAfterMs: number }

async function send(
  { origin, person, token }: LoadPerson,
  ops: readonly Op[],
  cursors: Readonly<Record<string, Cursor>>,
): Promise<Sent> {
  const request = { protocol: 1, person, device: `tablet-${person}`, ops, cursors, room: 128 * 1024 }
  const answer = await fetch(`${origin}/api/sync`, {
    method: 'POST',
    body: gzipSync(JSON.stringify(request), { level: 1 }),
    headers: {
      cookie: `isoxa-session=${token}`,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    },
  })
  if (answer.status === 503) {
    await answer.arrayBuffer()
    return { type: 'busy', retryAfterMs: 1000 * Number(answer.headers.get('retry-after')) }
  }
  if (!answer.ok) throw new Error(`${person}: ${answer.status} ${await answer.text()}`)
  return { type: 'taken', response: (await answer.json()) as SyncResponse }
}

function mustBeTaken({ answers }: SyncResponse, batch: readonly Op[]): void {
  const taken = answers.filter(({ result }) => result === 'ok').length
  if (taken !== batch.length) throw new Error(`${taken} of ${batch.length} ops were taken`)
}
