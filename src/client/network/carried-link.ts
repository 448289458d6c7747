import * as z from 'zod/mini'
import type { SignedStatement } from '../../sync/protocol/carried/statement.ts'
import type { Answer } from '../../sync/protocol/wire.ts'
import type { LinkProblem } from '../../sync/replica/server-link.ts'
import type { Ask } from './ask-server.ts'
import { gzipBody } from './gzip.ts'
import { judgeTrouble } from './judge-trouble.ts'
import { readJson } from './read-json.ts'
import { answer } from './sync-envelope.ts'

const brought = z.object({ now: z.number(), answers: z.array(answer) })
const registered = z.object({ key: z.string() })

export type Brought = { readonly type: 'answered'; readonly answers: readonly Answer[] } | LinkProblem

export interface CarriedLink {
  /** Brings what somebody else's device has signed: `POST /api/carried`. One answer for each op. */
  bring: (signed: SignedStatement) => Promise<Brought>
  /** Tells the server what this device signs with: `POST /api/device-keys`. */
  register: (key: {
    readonly device: string
    readonly publicKey: string
  }) => Promise<{ readonly type: 'registered'; readonly key: string } | LinkProblem>
}

export function createCarriedLink(ask: Ask): CarriedLink {
  async function post(path: string, json: unknown): Promise<{ readonly json: unknown } | LinkProblem> {
    const { body, headers, bytes } = await gzipBody(JSON.stringify(json))
    const heard = await ask({ method: 'POST', path, headers, body, bytes })
    if (heard.type !== 'heard') return heard
    const trouble = await judgeTrouble(heard.response)
    if (trouble) return trouble
    const read = await readJson(heard.response)
    if (read.type === 'cut') return { type: 'unreachable' }
    return read.type === 'json' ? { json: read.json } : { type: 'notOurServer' }
  }

  return {
    async bring(signed) {
      const told = await post('/api/carried', signed)
      if ('type' in told) return told
      const read = brought.safeParse(told.json)
      if (!read.success) return { type: 'notOurServer' }
      return { type: 'answered', answers: read.data.answers as readonly Answer[] }
    },
    async register({ device, publicKey }) {
      const told = await post('/api/device-keys', { device, publicKey })
      if ('type' in told) return told
      const read = registered.safeParse(told.json)
      return read.success ? { type: 'registered', key: read.data.key } : { type: 'notOurServer' }
    },
  }
}
