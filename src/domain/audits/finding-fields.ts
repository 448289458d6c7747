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

/** Parts of the plan; the others belong to doing and checking. Who owns it stays the same through all rounds. */
export const planParts: readonly ActionPart[] = [
  'correction',
  'cause',
  'why1',
  'why2',
  'why3',
  'why4',
  'why5',
  'action',
  'dueOn',
]

/** Whose photos: the auditors' with the request, the commune's when it is done, the verifier's, drawn signatures. */
export const findingSlots = ['request', 'done', 'verify', 'signature'] as const
export type FindingSlot = (typeof findingSlots)[number]

const inRound = (round: number): string => (round === 1 ? '' : `/${round}`)

export const findingFields = {
  /** What the auditors ask for; written once, with the signed report. */
  request: 'request',
  /** From the second round on a part has a field of its own for each: `action/cause/2`. */
  part: (part: ActionPart, round = 1) => `action/${part}${inRound(round)}`,
  evidence: (slot: FindingSlot, sha256: string, round = 1) => `evidence/${slot}/${sha256}${inRound(round)}`,
  move: (id: string) => `moves/${id}`,
  comment: (target: string, id: string) => `comments/${target}/${id}`,
  amendment: (id: string) => `amendments/${id}`,
  /** A second person agrees to an amendment. */
  agreement: (amendment: string) => `agreements/${amendment}`,
} as const

export type FindingField =
  | { readonly kind: 'request' }
  | { readonly kind: 'part'; readonly part: ActionPart; readonly round: number }
  | {
      readonly kind: 'evidence'
      readonly slot: FindingSlot
      readonly sha256: string
      readonly round: number
    }
  | { readonly kind: 'comment'; readonly target: string; readonly id: string }
  | { readonly kind: 'move' | 'amendment' | 'agreement'; readonly id: string }

const byId = { moves: 'move', amendments: 'amendment', agreements: 'agreement' } as const

/** What a field of a finding is; undefined when this build does not know it. */
export function parseFindingField(field: string): FindingField | undefined {
  if (field === 'request') return { kind: 'request' }
  const [prefix = '', ...names] = field.split('/')
  if (names.includes('')) return undefined
  const [first, second, third, more] = names
  if (!first || more !== undefined) return undefined
  if (prefix === 'action') {
    const part = actionParts.find(name => name === first)
    const round = readRound(second)
    return part && round !== undefined && third === undefined ? { kind: 'part', part, round } : undefined
  }
  if (prefix === 'evidence') {
    const slot = findingSlots.find(name => name === first)
    const round = readRound(third)
    return slot && second && round !== undefined
      ? { kind: 'evidence', slot, sha256: second, round }
      : undefined
  }
  if (third !== undefined) return undefined
  if (second === undefined)
    return Object.hasOwn(byId, prefix) ? { kind: byId[prefix as keyof typeof byId], id: first } : undefined
  return prefix === 'comments' ? { kind: 'comment', target: first, id: second } : undefined
}

/** Rounds are written from the second on, without leading zeros, so that no field has two names. */
function readRound(name: string | undefined): number | undefined {
  if (name === undefined) return 1
  return /^(?:[2-9]|[1-9]\d{1,2})$/u.test(name) ? Number(name) : undefined
}
