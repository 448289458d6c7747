import { gzipSync } from 'node:zlib'
import type { Op } from '../../../src/sync/protocol/op.ts'
import type { Cursor, SyncResponse } from '../../../src/sync/protocol/wire.ts'
import type { LoadPerson } from './load-server.ts'

export interface Drained {
  readonly seconds: number
  readonly ops: number
  /** Milliseconds from each request to the end of its answer. */
  readonly requestMs: readonly number[]
}

/**
 * Everybody sends their batches at once, each one after the other, pulls what the answers bring, and throws when an op
 * is not taken. Requests come from this process, on the same machine as the server.
 */
export async function drainWork(work: ReadonlyMap<LoadPerson, readonly (readonly Op[])[]>): Promise<Drained> {
  const requestMs: number[] = []
  let ops = 0
  const startedAt = performance.now()
  await Promise.all(
    [...work].map(async ([person, batches]) => {
      let { cursors } = person
      for (const batch of batches) {
        const sentAt = performance.now()
        const response = await send(person, batch, cursors)
        requestMs.push(performance.now() - sentAt)
        mustBeTaken(response, batch)
        ops += batch.length
        const moved = response.pages.map(({ feed, epoch, cursor }) => [feed, [epoch, cursor] as const])
        cursors = { ...cursors, ...(Object.fromEntries(moved) as Record<string, Cursor>) }
      }
    }),
  )
  return { seconds: (performance.now() - startedAt) / 1000, ops, requestMs }
}

async function send(
  { origin, person, token }: LoadPerson,
  ops: readonly Op[],
  cursors: Readonly<Record<string, Cursor>>,
): Promise<SyncResponse> {
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
  if (!answer.ok) throw new Error(`${person}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as SyncResponse
}

function mustBeTaken({ answers }: SyncResponse, batch: readonly Op[]): void {
  const taken = answers.filter(({ result }) => result === 'ok').length
  if (taken !== batch.length) throw new Error(`${taken} of ${batch.length} ops were taken`)
}
