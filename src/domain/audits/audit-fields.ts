import { isSeatNumber } from './audit-number.ts'

/** An audit, its working papers and draft findings: one thing of the feed `<commune>/audit`. */
export const auditType = 'audit'

/** Texts that plan, meetings and report are made of. Editable until the report is signed. */
export const auditTexts = [
  'purpose',
  'scope',
  'criteria',
  'place',
  'openingAttendees',
  'openingContent',
  'closingAttendees',
  'closingContent',
  'closingOpinions',
  'summary',
  'conclusion',
  'notCovered',
  'followUp',
  'recipients',
] as const
/** Those of the plan: settled with it. */
export const planTexts: readonly AuditText[] = ['purpose', 'scope', 'criteria', 'place']
export type AuditText = (typeof auditTexts)[number]

/** What a draft finding is made of; each part merges by itself. */
export const findingParts = [
  'grade',
  'requirement',
  'proof',
  'nature',
  'clauses',
  'area',
  'responsible',
  'checks',
  'withdrawn',
] as const
export type FindingPart = (typeof findingParts)[number]

/** A check is a checklist item asked in an area: `ia_4_1_1@oneStop`. */
export const checkKey = (item: string, area: string): string => `${item}@${area}`

export function parseCheckKey(check: string): { readonly item: string; readonly area: string } | undefined {
  const at = check.lastIndexOf('@')
  return at > 0 && at < check.length - 1 ? { item: check.slice(0, at), area: check.slice(at + 1) } : undefined
}

/** Photos of a finding stand beside those of checks. */
export const findingSlot = (finding: string): string => `finding:${finding}`

/** The pictures of drawn signatures. */
export const signatureSlot = 'signature'

/** Fields of an audit, as prefixes of map keys. */
export const auditFields = {
  standard: 'standard',
  checklist: 'checklist',
  /** First and last day. */
  from: 'from',
  to: 'to',
  /** When the meetings are, `YYYY-MM-DDTHH:mm` in Vietnam. */
  opening: 'opening',
  closing: 'closing',
  text: (name: AuditText) => `text/${name}`,
  team: (person: string) => `team/${person}`,
  timetable: (id: string) => `timetable/${id}`,
  verdict: (check: string) => `verdicts/${check}`,
  note: (check: string) => `notes/${check}`,
  proof: (check: string) => `proofs/${check}`,
  interviewed: (check: string) => `interviewed/${check}`,
  happened: (check: string) => `happened/${check}`,
  sample: (check: string) => `samples/${check}`,
  sampled: (check: string, id: string) => `sampled/${check}/${id}`,
  evidence: (slot: string, sha256: string) => `evidence/${slot}/${sha256}`,
  finding: (finding: string, part: FindingPart) => `findings/${finding}/${part}`,
  /** The member has done their part of the fieldwork. */
  finished: (person: string) => `finished/${person}`,
  comment: (target: string, id: string) => `comments/${target}/${id}`,
  move: (id: string) => `moves/${id}`,
} as const

export type AuditField =
  | { readonly kind: 'standard' | 'checklist' | 'from' | 'to' | 'opening' | 'closing' }
  | { readonly kind: 'text'; readonly name: AuditText }
  | { readonly kind: 'team' | 'finished'; readonly person: string }
  | { readonly kind: 'timetable' | 'move'; readonly id: string }
  | {
      readonly kind: 'verdict' | 'note' | 'proof' | 'interviewed' | 'happened' | 'sample'
      readonly check: string
    }
  | { readonly kind: 'sampled'; readonly check: string; readonly id: string }
  | { readonly kind: 'evidence'; readonly slot: string; readonly sha256: string }
  | { readonly kind: 'finding'; readonly finding: string; readonly part: FindingPart }
  | { readonly kind: 'comment'; readonly target: string; readonly id: string }

const plain = ['standard', 'checklist', 'from', 'to', 'opening', 'closing'] as const
const byCheck = {
  verdicts: 'verdict',
  notes: 'note',
  proofs: 'proof',
  interviewed: 'interviewed',
  happened: 'happened',
  samples: 'sample',
} as const
const byPerson = { team: 'team', finished: 'finished' } as const
const byId = { timetable: 'timetable', moves: 'move' } as const

/** What a field of an audit is; undefined when this build does not know it (it is kept all the same, SY14). */
export function parseAuditField(field: string): AuditField | undefined {
  const kind = plain.find(name => name === field)
  if (kind) return { kind }
  const [prefix = '', first, second, more] = field.split('/')
  if (!first || more !== undefined) return undefined
  if (second === undefined) {
    if (prefix === 'text') return readText(first)
    if (Object.hasOwn(byPerson, prefix))
      return { kind: byPerson[prefix as keyof typeof byPerson], person: first }
    if (Object.hasOwn(byId, prefix)) return { kind: byId[prefix as keyof typeof byId], id: first }
    if (Object.hasOwn(byCheck, prefix) && parseCheckKey(first))
      return { kind: byCheck[prefix as keyof typeof byCheck], check: first }
    return undefined
  }
  if (second === '') return undefined
  if (prefix === 'sampled') return parseCheckKey(first) && { kind: 'sampled', check: first, id: second }
  if (prefix === 'evidence') return { kind: 'evidence', slot: first, sha256: second }
  if (prefix === 'comments') return { kind: 'comment', target: first, id: second }
  const part = findingParts.find(name => name === second)
  return prefix === 'findings' && part && isSeatNumber(first)
    ? { kind: 'finding', finding: first, part }
    : undefined
}

function readText(name: string): AuditField | undefined {
  const text = auditTexts.find(known => known === name)
  return text && { kind: 'text', name: text }
}
