import { isDay } from '../../lib/calendar-day.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { Action } from '../people/role.ts'
import { readEvidenceFile, type EvidenceFile } from '../responses/evidence-file.ts'
import { isSha256 } from '../responses/photo.ts'
import type { StoredField } from '../audits/stored-field.ts'
import type { QmsRefusal } from './refuse-document-change.ts'

/** A management review (TCVN ISO 9001:2008, 5.6): a thing of the feed `<commune>/unit`. */
export const managementReviewType = 'managementReview'

export const managementReviewThing = (id: string, unit: string): string =>
  `${managementReviewType}.${id}.${unit}`

export const isManagementReviewOf = (thing: string, unit: string): boolean =>
  /^managementReview\.[\w-]{1,40}\./u.test(thing) && thing.endsWith(`.${unit}`)

/** Inputs a to g of 5.6.2, then what frames the minutes. */
export const reviewTexts = [
  'place',
  'attendees',
  'audits',
  'feedback',
  'performance',
  'actions',
  'followUp',
  'changes',
  'recommendations',
  'conclusion',
] as const
export type ReviewText = (typeof reviewTexts)[number]

/** Outputs a to c of 5.6.3. */
export const decisionKinds = ['system', 'product', 'resources'] as const
export type DecisionKind = (typeof decisionKinds)[number]

export interface ReviewDecision {
  readonly id: string
  readonly kind: DecisionKind
  readonly text: string
  /** A person's id. */
  readonly owner: string | undefined
  readonly dueOn: string | undefined
  readonly doneOn: string | undefined
}

export const reviewFields = {
  /** The day it was held, `YYYY-MM-DD`. */
  on: 'on',
  text: (name: ReviewText) => `text/${name}`,
  decision: (id: string) => `decisions/${id}`,
  evidence: (sha256: string) => `evidence/minutes/${sha256}`,
  /** True when the head has confirmed the minutes; after that only decisions' `doneOn` change. */
  confirmed: 'confirmed',
} as const

export interface ManagementReview {
  readonly on: string | undefined
  readonly texts: Readonly<Partial<Record<ReviewText, string>>>
  readonly decisions: readonly ReviewDecision[]
  readonly files: Readonly<Record<string, EvidenceFile>>
  readonly confirmedBy: string | undefined
}

export type ReviewField =
  | { readonly kind: 'on' | 'confirmed' }
  | { readonly kind: 'text'; readonly name: ReviewText }
  | { readonly kind: 'decision'; readonly id: string }
  | { readonly kind: 'evidence'; readonly sha256: string }

/** What a field of a management review is; undefined when this build does not know it. */
export function parseReviewField(field: string): ReviewField | undefined {
  if (field === 'on' || field === 'confirmed') return { kind: field }
  const [prefix = '', first, second, more] = field.split('/')
  if (!first || more !== undefined) return undefined
  if (prefix === 'evidence')
    return first === 'minutes' && second ? { kind: 'evidence', sha256: second } : undefined
  if (second !== undefined) return undefined
  if (prefix === 'decisions') return { kind: 'decision', id: first }
  const name = reviewTexts.find(known => known === first)
  return prefix === 'text' && name ? { kind: 'text', name } : undefined
}

export function readManagementReview(entries: Iterable<StoredField>): ManagementReview {
  let on: string | undefined
  let confirmedBy: string | undefined
  const texts: Partial<Record<ReviewText, string>> = {}
  const decisions: ReviewDecision[] = []
  const files: Record<string, EvidenceFile> = {}
  for (const { field: name, value, author } of entries) {
    const field = parseReviewField(name)
    if (!field || value === null) continue
    switch (field.kind) {
      case 'on':
        if (isDay(value)) on = value
        break
      case 'confirmed':
        if (value === true) confirmedBy = author
        break
      case 'text':
        if (typeof value === 'string') texts[field.name] = value
        break
      case 'decision': {
        const decision = readDecision(field.id, value)
        if (decision) decisions.push(decision)
        break
      }
      case 'evidence': {
        const file = readEvidenceFile(value)
        if (file) files[field.sha256] = file
        break
      }
    }
  }
  return { on, texts, decisions: decisions.sort((a, b) => (a.id < b.id ? -1 : 1)), files, confirmedBy }
}

export function readDecision(id: string, value: JsonValue): ReviewDecision | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { kind, text, owner = null, dueOn = null, doneOn = null } = value as Record<string, JsonValue>
  const known = decisionKinds.find(name => name === kind)
  if (!known || typeof text !== 'string' || text.length > 20_000) return undefined
  if (owner !== null && typeof owner !== 'string') return undefined
  if ((dueOn !== null && !isDay(dueOn)) || (doneOn !== null && !isDay(doneOn))) return undefined
  return {
    id,
    kind: known,
    text,
    owner: owner ?? undefined,
    dueOn: dueOn ?? undefined,
    doneOn: doneOn ?? undefined,
  }
}

/** Why a field of a review may not be set to a value now; undefined when it may. The app and the server ask the same. */
export function refuseReviewChange(
  name: string,
  value: JsonValue,
  { review, mayDo }: { readonly review: ManagementReview; readonly mayDo: (action: Action) => boolean },
): QmsRefusal | undefined {
  const field = parseReviewField(name)
  if (!field) return 'unknownField'
  if (!mayDo('qms.write')) return 'notYourRole'
  if (field.kind === 'confirmed') {
    if (!mayDo('qms.approve')) return 'notYourRole'
    if (review.confirmedBy !== undefined) return 'locked'
    if (value !== true) return 'badValue'
    return review.on === undefined || (review.texts.conclusion ?? '').trim() === '' ? 'incomplete' : undefined
  }
  if (review.confirmedBy !== undefined && field.kind !== 'decision') return 'locked'
  if (field.kind === 'decision' && review.confirmedBy !== undefined) {
    // Minutes stand; what came of a decision is added.
    const before = review.decisions.find(({ id }) => id === field.id)
    const after = value === null ? undefined : readDecision(field.id, value)
    return before && after && after.text === before.text && after.kind === before.kind ? undefined : 'locked'
  }
  if (value === null) return undefined
  switch (field.kind) {
    case 'on':
      return isDay(value) ? undefined : 'badValue'
    case 'text':
      return typeof value === 'string' && value.length <= 20_000 ? undefined : 'badValue'
    case 'decision':
      return readDecision(field.id, value) ? undefined : 'badValue'
    case 'evidence':
      return isSha256(field.sha256) && readEvidenceFile(value) ? undefined : 'badValue'
  }
}
