import * as z from 'zod/mini'
import type { LinkProblem } from '../../sync/replica/server-link.ts'
import { readJson } from './read-json.ts'

const problemBody = z.object({ error: z.object({ type: z.string() }) })

/**
 * What an answer other than 2xx says about the request; undefined for a 2xx. 413, 429 and 5xx are believed from
 * whoever stands in front of the server: nothing is lost by waiting or by smaller parcels. All else only counts
 * in our own words, `{ error: { type } }` (SY13). None of it touches the outbox (SY4).
 */
export async function judgeTrouble(response: Response): Promise<LinkProblem | undefined> {
  const { status } = response
  if (response.ok) return undefined
  if (status === 413) return { type: 'tooLarge' }
  const error = await readErrorType(response)
  if (status === 507 && error !== undefined) return { type: 'serverFull' }
  if (status === 429 || status >= 500) return { type: 'busy', retryAfterMs: retryAfterMs(response) }
  if (error === undefined) return { type: 'notOurServer' }
  if (error === 'otherPerson') return { type: 'otherPerson' }
  if (error === 'deviceRevoked') return { type: 'deviceRevoked' }
  if (status === 401) return { type: 'unauthorized' }
  return status === 426 ? { type: 'upgradeRequired' } : { type: 'refused', status, error }
}

async function readErrorType(response: Response): Promise<string | undefined> {
  const read = await readJson(response)
  if (read.type !== 'json') return undefined
  const body = problemBody.safeParse(read.json)
  return body.success ? body.data.error.type : undefined
}

/** RFC 9110, 10.2.3, in seconds; a date is of no use to a tablet whose clock may be years wrong. */
export function retryAfterMs(response: Response): number | null {
  const text = response.headers.get('retry-after')
  const seconds = Number(text)
  return text && seconds >= 0 ? seconds * 1000 : null
}
