import type { ServerLink } from '../../sync/replica/server-link.ts'
import type { Ask } from './ask-server.ts'
import { gzipBody } from './gzip.ts'
import { judgeTrouble } from './judge-trouble.ts'
import { readJson } from './read-json.ts'
import { readSyncResponse } from './sync-envelope.ts'

/** Entries travel at about a quarter of their size. */
const gzipShare = 0.25

/** `POST /api/sync`. A 200 counts only when the whole of it is our protocol (SY13). */
export function createServerLink(ask: Ask): ServerLink {
  return {
    async exchange(request) {
      const { body, headers, bytes } = await gzipBody(JSON.stringify(request))
      const heard = await ask({
        method: 'POST',
        path: '/api/sync',
        headers,
        body,
        bytes: bytes + request.room * gzipShare,
      })
      if (heard.type !== 'heard') return heard
      const trouble = await judgeTrouble(heard.response)
      if (trouble) return trouble
      const read = await readJson(heard.response)
      if (read.type === 'cut') return { type: 'unreachable' }
      const response = read.type === 'json' ? readSyncResponse(read.json) : undefined
      return response ? { type: 'answered', response } : { type: 'notOurServer' }
    },
  }
}
