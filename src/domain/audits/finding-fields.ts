/** An issued finding, with the corrective action it asks for: a thing of the feed `<commune>/unit`. */
export const findingType = 'finding'

/** Texts and days of the corrective action; `owner` is a person's id. */
export const actionParts = [
  'correction',
  'cause',
  'why1',
  'why2',
  'why3',
  'why4',
  'why5',
  'action',
  'owner',
  'dueOn',
  'doneOn',
  'doneNote',
  'verifyNote',
  'verifyMethod',
  'checkOn',
  'effectiveness',
  'effectNote',
] as const
export type ActionPart = (typeof actionParts)[number]

/** Whose photos: the auditors' with the request, the commune's when it is done, the verifier's, drawn signatures. */
export const findingSlots = ['request', 'done', 'verify', 'signature'] as const
export type FindingSlot = (typeof findingSlots)[number]

export const findingFields = {
  /** What the auditors ask for; written once, with the signed report. */
  request: 'request',
  part: (part: ActionPart) => `action/${part}`,
  evidence: (slot: FindingSlot, sha256: string) => `evidence/${slot}/${sha256}`,
  move: (id: string) => `moves/${id}`,
  comment: (target: string, id: string) => `comments/${target}/${id}`,
  amendment: (id: string) => `amendments/${id}`,
  /** A second person agrees to an amendment. */
  agreement: (amendment: string) => `agreements/${amendment}`,
} as const

export type FindingField =
  | { readonly kind: 'request' }
  | { readonly kind: 'part'; readonly part: ActionPart }
  | { readonly kind: 'evidence'; readonly slot: FindingSlot; readonly sha256: string }
  | { readonly kind: 'comment'; readonly target: string; readonly id: string }
  | { readonly kind: 'move' | 'amendment' | 'agreement'; readonly id: string }

const byId = { moves: 'move', amendments: 'amendment', agreements: 'agreement' } as const

/** What a field of a finding is; undefined when this build does not know it. */
export function parseFindingField(field: string): FindingField | undefined {
  if (field === 'request') return { kind: 'request' }
  const [prefix = '', first, second, more] = field.split('/')
  if (!first || more !== undefined) return undefined
  if (second === undefined) {
    if (Object.hasOwn(byId, prefix)) return { kind: byId[prefix as keyof typeof byId], id: first }
    const part = actionParts.find(name => name === first)
    return prefix === 'action' && part ? { kind: 'part', part } : undefined
  }
  if (second === '') return undefined
  if (prefix === 'comments') return { kind: 'comment', target: first, id: second }
  const slot = findingSlots.find(name => name === first)
  return prefix === 'evidence' && slot ? { kind: 'evidence', slot, sha256: second } : undefined
}
