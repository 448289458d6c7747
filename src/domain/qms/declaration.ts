import { isDay } from '../../lib/calendar-day.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { Action } from '../people/role.ts'
import { readEvidenceFile, type EvidenceFile } from '../responses/evidence-file.ts'
import { isSha256 } from '../responses/photo.ts'
import type { StoredField } from '../audits/stored-field.ts'
import type { QmsRefusal } from './refuse-document-change.ts'

/** A declaration of conformity (QĐ 19/2014/QĐ-TTg): a thing of the feed `<commune>/unit`. */
export const declarationType = 'declaration'

export const declarationThing = (id: string, unit: string): string => `${declarationType}.${id}.${unit}`

export const isDeclarationOf = (thing: string, unit: string): boolean =>
  /^declaration\.[\w-]{1,40}\./u.test(thing) && thing.endsWith(`.${unit}`)

export const declarationTexts = ['address', 'bases', 'number', 'decision', 'link', 'sentTo'] as const
export type DeclarationText = (typeof declarationTexts)[number]

export const declarationDays = ['effectiveOn', 'postedOn', 'publishedOn', 'sentOn'] as const
export type DeclarationDay = (typeof declarationDays)[number]

export const declarationSlots = ['signature', 'posted', 'decision'] as const
export type DeclarationSlot = (typeof declarationSlots)[number]

export const declarationFields = {
  /** `2008` or `2015` */
  standard: 'standard',
  text: (name: DeclarationText) => `text/${name}`,
  day: (name: DeclarationDay) => `days/${name}`,
  evidence: (slot: DeclarationSlot, sha256: string) => `evidence/${slot}/${sha256}`,
  /** The declaration that this one replaces, by its thing. */
  replaces: 'replaces',
  /** `{ procedures: [{ title, area }], signature, gates }`: what the head signed; written once. */
  signed: 'signed',
} as const

export interface SignedDeclaration {
  readonly procedures: readonly { readonly title: string; readonly area: string }[]
  /** SHA-256 of the drawn signature. */
  readonly signature: string
  /** How each gate stood, by id. */
  readonly gates: Readonly<Record<string, string>>
  readonly author: string
  readonly at: number
}

export interface Declaration {
  readonly standard: '2008' | '2015'
  readonly texts: Readonly<Partial<Record<DeclarationText, string>>>
  readonly days: Readonly<Partial<Record<DeclarationDay, string>>>
  readonly files: Readonly<Record<DeclarationSlot, Readonly<Record<string, EvidenceFile>>>>
  readonly replaces: string | undefined
  readonly signed: SignedDeclaration | undefined
}

export type DeclarationField =
  | { readonly kind: 'standard' | 'replaces' | 'signed' }
  | { readonly kind: 'text'; readonly name: DeclarationText }
  | { readonly kind: 'day'; readonly name: DeclarationDay }
  | { readonly kind: 'evidence'; readonly slot: DeclarationSlot; readonly sha256: string }

/** What a field of a declaration is; undefined when this build does not know it. */
export function parseDeclarationField(field: string): DeclarationField | undefined {
  if (field === 'standard' || field === 'replaces' || field === 'signed') return { kind: field }
  const [prefix = '', first, second, more] = field.split('/')
  if (!first || more !== undefined) return undefined
  if (prefix === 'evidence') {
    const slot = declarationSlots.find(name => name === first)
    return slot && second ? { kind: 'evidence', slot, sha256: second } : undefined
  }
  if (second !== undefined) return undefined
  const text = declarationTexts.find(name => name === first)
  if (prefix === 'text') return text && { kind: 'text', name: text }
  const day = declarationDays.find(name => name === first)
  return prefix === 'days' && day ? { kind: 'day', name: day } : undefined
}

export function readDeclaration(entries: Iterable<StoredField>): Declaration {
  let standard: Declaration['standard'] = '2008'
  let replaces: string | undefined
  let signed: SignedDeclaration | undefined
  const texts: Partial<Record<DeclarationText, string>> = {}
  const days: Partial<Record<DeclarationDay, string>> = {}
  const files: Record<DeclarationSlot, Record<string, EvidenceFile>> = {
    signature: {},
    posted: {},
    decision: {},
  }
  for (const { field: name, value, author, at } of entries) {
    const field = parseDeclarationField(name)
    if (!field || value === null) continue
    switch (field.kind) {
      case 'standard':
        if (value === '2008' || value === '2015') standard = value
        break
      case 'replaces':
        if (typeof value === 'string') replaces = value
        break
      case 'signed': {
        const found = readSigned(value)
        if (found) signed = { ...found, author, at }
        break
      }
      case 'text':
        if (typeof value === 'string') texts[field.name] = value
        break
      case 'day':
        if (isDay(value)) days[field.name] = value
        break
      case 'evidence': {
        const file = readEvidenceFile(value)
        if (file) files[field.slot][field.sha256] = file
        break
      }
    }
  }
  return { standard, texts, days, files, replaces, signed }
}

function readSigned(value: JsonValue): Omit<SignedDeclaration, 'author' | 'at'> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { procedures, signature, gates } = value as Record<string, JsonValue>
  if (!isSha256(signature) || !Array.isArray(procedures) || procedures.length === 0) return undefined
  const isProcedure = (one: JsonValue): boolean =>
    typeof one === 'object' &&
    one !== null &&
    !Array.isArray(one) &&
    typeof (one as Record<string, JsonValue>)['title'] === 'string' &&
    typeof (one as Record<string, JsonValue>)['area'] === 'string'
  if (!procedures.every(isProcedure)) return undefined
  if (typeof gates !== 'object' || gates === null || Array.isArray(gates)) return undefined
  return value as unknown as Omit<SignedDeclaration, 'author' | 'at'>
}

/** Why a field of a declaration may not be set to a value now; undefined when it may. */
export function refuseDeclarationChange(
  name: string,
  value: JsonValue,
  { declaration, mayDo }: { readonly declaration: Declaration; readonly mayDo: (action: Action) => boolean },
): QmsRefusal | undefined {
  const field = parseDeclarationField(name)
  if (!field) return 'unknownField'
  if (!mayDo('qms.write')) return 'notYourRole'
  if (field.kind === 'signed') {
    if (!mayDo('qms.declare')) return 'notYourRole'
    if (declaration.signed) return 'locked'
    return readSigned(value) ? undefined : 'badValue'
  }
  // After signing only what is done with it: number, posting, publishing, sending.
  const isAfter =
    (field.kind === 'day' && field.name !== 'effectiveOn') ||
    (field.kind === 'text' && ['number', 'decision', 'link', 'sentTo'].includes(field.name)) ||
    (field.kind === 'evidence' && field.slot !== 'signature')
  if (declaration.signed && !isAfter) return 'locked'
  if (value === null) return undefined
  switch (field.kind) {
    case 'standard':
      return value === '2008' || value === '2015' ? undefined : 'badValue'
    case 'replaces':
      return typeof value === 'string' ? undefined : 'badValue'
    case 'text':
      return typeof value === 'string' && value.length <= 20_000 ? undefined : 'badValue'
    case 'day':
      return isDay(value) ? undefined : 'badValue'
    case 'evidence':
      return isSha256(field.sha256) && readEvidenceFile(value) ? undefined : 'badValue'
  }
}
