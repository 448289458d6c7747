import { isDay } from '../../lib/calendar-day.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { AuditComment } from '../audits/audit.ts'
import { byOrder, type StoredField } from '../audits/stored-field.ts'
import { readEvidenceFile, type EvidenceFile } from '../responses/evidence-file.ts'
import { readCommentText } from '../responses/response.ts'
import { parseDocumentField, type DocumentText } from './document-fields.ts'
import { isDocumentState, type DocumentState } from './document-state.ts'

export const documentKinds = [
  'policy',
  'objectives',
  'manual',
  'procedure',
  'workProcedure',
  'form',
  'external',
] as const
export type DocumentKind = (typeof documentKinds)[number]

export interface DocumentMove {
  readonly id: string
  readonly to: DocumentState
  readonly reason: string | undefined
  /** The decision that issues it, as the clerk numbers it. */
  readonly decision: string | undefined
  /** `YYYY-MM-DD` */
  readonly issuedOn: string | undefined
  readonly author: string
  readonly at: number
  readonly order: number
}

/** An edition of a document: what belongs to it is marked with its number. */
export interface Revision {
  /** 1, 2, 3 …: each move back to `draft` begins the next. */
  readonly number: number
  readonly state: DocumentState
  readonly files: Readonly<Record<string, EvidenceFile>>
  readonly issuedOn: string | undefined
  readonly decision: string | undefined
}

/** A document of a commune's quality management system. */
export interface Document {
  readonly kind: DocumentKind
  readonly texts: Readonly<Partial<Record<DocumentText, string>>>
  /** Which mandatory document it is (`content/qms/mandatory-documents.json`). */
  readonly mandatory: string | undefined
  /** The administrative procedure it is for, by its id in the scope. */
  readonly procedure: string | undefined
  /** Oldest first; the last is the one in hand. */
  readonly revisions: readonly Revision[]
  readonly state: DocumentState
  /** What the commune works by now; undefined before the first issue and when obsolete. */
  readonly inForce: Revision | undefined
  /** Which revision a person has read and understood, with when. */
  readonly readBy: ReadonlyMap<string, { readonly revision: number; readonly at: number }>
  /** The same of members of the staff who read on paper, with who noted it. */
  readonly readOnPaper: ReadonlyMap<
    string,
    { readonly revision: number; readonly at: number; readonly author: string }
  >
  /** Places that have a copy. */
  readonly places: readonly string[]
  readonly comments: readonly AuditComment[]
  readonly moves: readonly DocumentMove[]
}

/** Folds the fields of one document. Unknown fields are passed over (they stay stored, SY14). */
export function readDocument(entries: Iterable<StoredField>): Document {
  let kind: DocumentKind = 'form'
  let mandatory: string | undefined
  let procedure: string | undefined
  const texts: Partial<Record<DocumentText, string>> = {}
  const files = new Map<number, Record<string, EvidenceFile>>()
  const readBy = new Map<string, { revision: number; at: number }>()
  const readOnPaper = new Map<string, { revision: number; at: number; author: string }>()
  const places: string[] = []
  const comments: AuditComment[] = []
  const moves: DocumentMove[] = []
  for (const entry of entries) {
    const { value, author, at, order } = entry
    const field = parseDocumentField(entry.field)
    if (!field || value === null) continue
    switch (field.kind) {
      case 'kind':
        kind = documentKinds.find(known => known === value) ?? kind
        break
      case 'mandatory':
        if (typeof value === 'string') mandatory = value
        break
      case 'procedure':
        if (typeof value === 'string') procedure = value
        break
      case 'text':
        if (typeof value === 'string') texts[field.name] = value
        break
      case 'evidence': {
        const file = readEvidenceFile(value)
        if (file) files.set(field.revision, { ...files.get(field.revision), [field.sha256]: file })
        break
      }
      case 'read':
        if (typeof value === 'number') readBy.set(field.person, { revision: value, at })
        break
      case 'readOnPaper':
        if (typeof value === 'number') readOnPaper.set(field.staff, { revision: value, at, author })
        break
      case 'place':
        if (value === true) places.push(field.name)
        break
      case 'comment': {
        const text = readCommentText(value)
        const { id, target } = field
        if (text !== undefined) comments.push({ id, target, text, author, at, order })
        break
      }
      case 'move': {
        const move = readDocumentMove(field.id, entry)
        if (move) moves.push(move)
        break
      }
    }
  }
  moves.sort(byOrder)
  const revisions = foldRevisions(moves, files)
  const state = revisions.at(-1)?.state ?? 'draft'
  return {
    kind,
    texts,
    mandatory,
    procedure,
    revisions,
    state,
    inForce: state === 'obsolete' ? undefined : revisions.findLast(one => one.issuedOn !== undefined),
    readBy,
    readOnPaper,
    places: places.sort(),
    comments: comments.sort(byOrder),
    moves,
  }
}

function foldRevisions(
  moves: readonly DocumentMove[],
  files: ReadonlyMap<number, Readonly<Record<string, EvidenceFile>>>,
): readonly Revision[] {
  const blank = (number: number): Revision => ({
    number,
    state: 'draft',
    files: files.get(number) ?? {},
    issuedOn: undefined,
    decision: undefined,
  })
  const revisions = [blank(1)]
  for (const { to, decision, issuedOn } of moves) {
    const last = revisions.length - 1
    const current = revisions[last] ?? blank(1)
    if (to === 'draft') revisions.push(blank(current.number + 1))
    else revisions[last] = { ...current, state: to, ...(to === 'issued' && { decision, issuedOn }) }
  }
  return revisions
}

/** Reads a `moves` field of a document; undefined when it is none. */
export function readDocumentMove(id: string, entry: Omit<StoredField, 'field'>): DocumentMove | undefined {
  const { value, author, at, order } = entry
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { to, reason, decision, issuedOn } = value as Record<string, JsonValue>
  if (!isDocumentState(to)) return undefined
  const text = (found: JsonValue | undefined): string | undefined =>
    typeof found === 'string' && found.trim() !== '' ? found : undefined
  const day = text(issuedOn)
  return {
    id,
    to,
    reason: text(reason),
    decision: text(decision),
    issuedOn: isDay(day) ? day : undefined,
    author,
    at,
    order,
  }
}
