import { createHash } from 'node:crypto'
import { baselineSurvey } from '../../src/server/app/forms.ts'
import { feedId } from '../../src/domain/people/feed.ts'
import { responseFields } from '../../src/domain/responses/response-fields.ts'
import type { JsonValue } from '../../src/lib/json-value.ts'
import { protocolVersion, type Op } from '../../src/sync/protocol/op.ts'
import type { Cursor, SyncResponse } from '../../src/sync/protocol/wire.ts'

/** One tablet as the server sees it: pushes changes and photos as fast as it is answered, and notes what was. */
export interface Writer {
  /** Until `signal` ends it or the server does not answer. */
  readonly write: (signal: AbortSignal) => Promise<void>
  readonly acknowledged: () => number
  readonly photos: () => number
  /** What was acknowledged and is not at the server any more, in words. */
  readonly findLost: () => Promise<readonly string[]>
}

interface Given {
  readonly origin: string
  readonly username: string
  readonly commune: string
  readonly random: () => number
}

const password = 'iso9001'
const chunkBytes = 8 * 1024

export function createWriter({ origin, username, commune, random }: Given): Writer {
  const unit = `${commune}@2017-10-15`
  const feed = feedId(unit, 'unit')
  const device = `crash-${username}-${Math.floor(random() * 1e9)}`
  const acknowledged = new Map<string, Op>()
  const photos = new Map<string, Uint8Array>()
  /** Bytes of uploads on the way that were acknowledged, by hash. */
  const halves = new Map<string, number>()
  let cookie: string | undefined
  let seq = 0

  async function ask(path: string, init: RequestInit = {}, signal?: AbortSignal): Promise<Response> {
    cookie ??= await signIn()
    const headers = new Headers(init.headers)
    headers.set('cookie', cookie)
    const answer = await fetch(`${origin}${path}`, { ...init, headers, ...(signal && { signal }) })
    if (answer.status !== 401) return answer
    // Only a server without durability forgets who has signed in.
    headers.set('cookie', (cookie = await signIn()))
    return fetch(`${origin}${path}`, { ...init, headers, ...(signal && { signal }) })
  }

  async function signIn(): Promise<string> {
    const answer = await fetch(`${origin}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    })
    if (!answer.ok) throw new Error(`${username} cannot sign in: ${answer.status}`)
    return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  }

  function nextOp(field: string, value: JsonValue, thing: string): Op {
    seq += 1
    const id = `${device}-${seq}`
    const hlc = (Date.now() - 1000) * 1024 + seq
    const where = { feed, type: 'response', thing, field }
    return { id, device, seq, group: 'g', ...where, value, hlc, base: null, schema: 1 }
  }

  async function sync(ops: readonly Op[], cursors: Record<string, Cursor>, signal?: AbortSignal) {
    const request = {
      protocol: protocolVersion,
      person: `p-${username}`,
      device,
      ops,
      cursors,
      room: 1_000_000,
    }
    const answer = await ask(
      '/api/sync',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) },
      signal,
    )
    if (!answer.ok) throw new Error(`sync: ${answer.status}`)
    return (await answer.json()) as SyncResponse
  }

  async function push(ops: readonly Op[], signal: AbortSignal): Promise<void> {
    const { answers } = await sync(ops, {}, signal)
    ops.forEach((op, at) => {
      const answer = answers[at]
      if (answer?.result === 'held') throw new Error(`${op.field} was held: ${answer.reason}`)
      if (answer) acknowledged.set(op.id, op)
    })
  }

  async function sendPhoto(bytes: Uint8Array, signal: AbortSignal): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const encode = (text: string): string => Buffer.from(text).toString('base64')
    const created = await ask(
      '/api/files',
      {
        method: 'POST',
        headers: {
          'upload-length': String(bytes.byteLength),
          'upload-metadata': `sha256 ${encode(sha256)},type ${encode('image/jpeg')}`,
        },
      },
      signal,
    )
    let offset = Number(created.headers.get('upload-offset'))
    while (offset < bytes.byteLength) {
      const answer = await ask(
        `/api/files/${sha256}`,
        {
          method: 'PATCH',
          headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
          body: Buffer.from(bytes.subarray(offset, offset + chunkBytes)),
        },
        signal,
      )
      if (!answer.ok) throw new Error(`photo: ${answer.status}`)
      offset = Number(answer.headers.get('upload-offset'))
      halves.set(sha256, offset)
    }
    halves.delete(sha256)
    photos.set(sha256, bytes)
    return sha256
  }

  function makePhoto(): Uint8Array {
    const bytes = new Uint8Array(20_000 + Math.floor(random() * 40_000))
    for (let at = 0; at < bytes.length; at++) bytes[at] = Math.floor(random() * 256)
    bytes.set([0xff, 0xd8, 0xff])
    return bytes
  }

  async function findLostText(): Promise<readonly string[]> {
    const found = new Set<string>()
    const cursors: Record<string, Cursor> = {}
    for (;;) {
      const { pages } = await sync([], cursors)
      for (const page of pages) {
        cursors[page.feed] = [page.epoch, page.cursor]
        if (page.feed === feed) for (const [, , , , , , op] of page.entries) found.add(op)
      }
      if (pages.every(page => !page.more)) break
    }
    return [...acknowledged.values()]
      .filter(op => !found.has(op.id))
      .map(op => `${op.id} ${op.thing} ${op.field} was acknowledged`)
  }

  async function findLostPhotos(): Promise<readonly string[]> {
    const lost: string[] = []
    for (const [sha256] of photos) {
      const answer = await ask(`/api/files/${sha256}`)
      const bytes = Buffer.from(await answer.arrayBuffer())
      const found = createHash('sha256').update(bytes).digest('hex')
      if (found !== sha256) lost.push(`photo ${sha256} was acknowledged: ${answer.status}`)
    }
    for (const [sha256, offset] of halves) {
      const answer = await ask(`/api/files/${sha256}`, { method: 'HEAD' })
      const kept = answer.status === 200 ? Number(answer.headers.get('upload-offset')) : 0
      if (kept < offset) lost.push(`photo ${sha256}: ${offset} bytes were acknowledged, ${kept} are there`)
    }
    return lost
  }

  return {
    async write(signal) {
      while (!signal.aborted) {
        const thing = `crash${seq}-${device}.x.${unit}`
        const form = nextOp(responseFields.form, { ...baselineSurvey }, thing)
        await push([form], signal)
        for (let round = 0; round < 4; round++) {
          const ops = Array.from({ length: 1 + Math.floor(random() * 12) }, (_, at) =>
            nextOp(
              `comments/s1_villages/${device}-${seq}-${at}`,
              { text: 'x'.repeat(1 + Math.floor(random() * 400)) },
              thing,
            ),
          )
          await push(ops, signal)
          if (round === 0) await sendPhoto(makePhoto(), signal)
        }
      }
    },
    acknowledged: () => acknowledged.size,
    photos: () => photos.size,
    findLost: async () => [...(await findLostText()), ...(await findLostPhotos())],
  }
}
