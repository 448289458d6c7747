/** Fields of a `response` thing, as prefixes of map keys. A question in a row of a repeat goes by `id@row`. */
export const responseType = 'response'

export const responseFields = {
  form: 'form',
  answer: (question: string) => `answers/${question}`,
  note: (question: string) => `notes/${question}`,
  confirmed: (question: string) => `confirmed/${question}`,
  evidence: (question: string, sha256: string) => `evidence/${question}/${sha256}`,
  row: (repeat: string, row: string) => `rows/${repeat}/${row}`,
  comment: (question: string, id: string) => `comments/${question}/${id}`,
  move: (id: string) => `moves/${id}`,
  /** Written by the server when it accepts a move to `sent`. */
  result: (moveId: string) => `results/${moveId}`,
} as const

export type ResponseField =
  | { readonly kind: 'form' }
  | { readonly kind: 'answer' | 'note' | 'confirmed'; readonly question: string }
  | { readonly kind: 'evidence'; readonly question: string; readonly sha256: string }
  | { readonly kind: 'row'; readonly repeat: string; readonly row: string }
  | { readonly kind: 'comment'; readonly question: string; readonly id: string }
  | { readonly kind: 'move' | 'result'; readonly id: string }

const single = { answers: 'answer', notes: 'note', confirmed: 'confirmed' } as const
const byId = { moves: 'move', results: 'result' } as const

/** What a field of a response is; undefined when this build does not know it (it is kept all the same). */
export function parseResponseField(field: string): ResponseField | undefined {
  if (field === 'form') return { kind: 'form' }
  const [prefix, first, second, more] = field.split('/')
  if (!prefix || !first || more !== undefined) return undefined
  if (prefix === 'evidence') return second ? { kind: 'evidence', question: first, sha256: second } : undefined
  if (prefix === 'rows') return second ? { kind: 'row', repeat: first, row: second } : undefined
  if (prefix === 'comments') return second ? { kind: 'comment', question: first, id: second } : undefined
  if (second !== undefined) return undefined
  if (Object.hasOwn(single, prefix)) return { kind: single[prefix as keyof typeof single], question: first }
  if (Object.hasOwn(byId, prefix)) return { kind: byId[prefix as keyof typeof byId], id: first }
  return undefined
}

/**
 * A commune has one response to a form of a programme, so that several people fill the same one; of a repeatable form
 * it has as many as there are runs, each with a short random text of its own.
 */
export const responseId = (programme: string, form: string, unit: string, run?: string): string =>
  run === undefined ? `${programme}.${form}.${unit}` : `${programme}.${form}~${run}.${unit}`

/** The id of another response to the same repeatable form for the same unit; undefined when it is no repeatable one. */
export const anotherRun = (thing: string, run: string): string | undefined =>
  thing.includes('~') ? thing.replace(/~[^.]+/u, `~${run}`) : undefined
