import type { Asked } from './asked.ts'

/** A session is used, whatever comes of the request; the hash over all tables leaves out its times only. */
const touched = ['sessions']

/** Tables that a refusal of a kind may write to: what the refusal is for, nothing a person made. */
function allowedWrites(asked: Asked, status: number): readonly string[] {
  if (asked.isHopeless) return touched
  // A wrong password is counted.
  const { pathname } = new URL(`http://localhost${asked.path}`)
  if (pathname.startsWith('/api/session') && (status === 401 || status === 429))
    return [...touched, 'accounts', 'tries']
  // So is a wrong token; a right one notes that it was used before the question is looked at.
  if (pathname.startsWith('/odata/')) return [...touched, 'tries', 'read_tokens']
  // What was received can never become this file: the upload begins anew.
  if (asked.method === 'PATCH' && [413, 415, 460].includes(status)) return [...touched, 'uploads']
  return touched
}

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: string
  readonly ms: number
  readonly changed: readonly string[]
  /** Lines of level `error` that the log got meanwhile. */
  readonly errors: readonly string[]
}

const isFine = (status: number): boolean => status === 304 || (status >= 200 && status < 300)
const isRefusal = (status: number): boolean => status >= 400 && status < 500

/** What is wrong with an answer, in words; nothing when it is as it must be. */
export function judgeAnswer(asked: Asked, answered: Answered): readonly string[] {
  const { status, headers, body, ms, changed, errors } = answered
  const faults: string[] = errors.map(line => `the log says ${line}`)
  // What OData has and this feed has not.
  const isNotSupported = status === 501 && asked.path.startsWith('/odata/')
  if (!isFine(status) && !isRefusal(status) && !isNotSupported) faults.push(`status ${status}`)
  if (asked.isHopeless && !isRefusal(status)) faults.push(`was not refused: ${status}`)
  if (headers.get('x-isoxa') === null) faults.push('does not say whose answer it is')
  if (ms > 10_000) faults.push(`took ${Math.round(ms)} ms`)
  if (!isRefusal(status)) return faults
  const allowed = allowedWrites(asked, status)
  const written = changed.filter(table => !allowed.includes(table))
  if (written.length > 0) faults.push(`refused with ${status}, but wrote to ${written.join(', ')}`)
  if (body !== '' && !isProblem(body) && !body.startsWith('404')) faults.push(`says ${body.slice(0, 80)}`)
  return faults
}

function isProblem(body: string): boolean {
  try {
    const { error } = JSON.parse(body) as {
      readonly error?: { readonly type?: unknown; readonly code?: unknown }
    }
    return typeof (error?.type ?? error?.code) === 'string'
  } catch {
    return false
  }
}
