import type { JsonValue } from '../../lib/json-value.ts'
import { readEvidenceFile, type EvidenceFile } from '../responses/evidence-file.ts'
import { isSha256 } from '../responses/photo.ts'
import { readCommentText } from '../responses/response.ts'
import type { AuditComment } from './audit.ts'
import { byOrder, type StoredField } from './stored-field.ts'
import { joinContent, type ReportContent } from './report-content.ts'
import { parseReportField, type Signer } from './report-fields.ts'
import { isReportState, type ReportState } from './report-state.ts'

/** What a report names itself by. */
export interface ReportHead {
  readonly audit: string
  /** SHA-256 of the content's canonical text, hex; the same stands on the audit's move to `signed`. */
  readonly hash: string
  /** How many parts the content has. */
  readonly parts: number
  readonly lead: string
}

/** A drawn signature; an internal confirmation that replaces no signature and seal on paper. */
export interface Signature {
  /** Of the picture. */
  readonly sha256: string
  /** As the signer's account names them. */
  readonly author: string
  /** What was signed. */
  readonly hash: string
  /** The auditee's words beside it. */
  readonly opinion: string
  readonly at: number
}

export interface ReportMove {
  readonly id: string
  readonly to: ReportState
  readonly reason: string | undefined
  readonly author: string
  readonly at: number
  readonly order: number
}

export interface Report {
  readonly head: ReportHead | undefined
  readonly content: ReportContent | undefined
  /** The content's text as it was stored, for checking its hash. */
  readonly text: string
  readonly signatures: Readonly<Partial<Record<Signer, Signature>>>
  readonly files: Readonly<Record<string, EvidenceFile>>
  /** Who added the picture of a drawn signature, by its SHA-256. */
  readonly drawnBy: Readonly<Record<Signer, Readonly<Record<string, string>>>>
  readonly comments: readonly AuditComment[]
  readonly moves: readonly ReportMove[]
  readonly state: ReportState
}

/** Folds the fields of one report. Unknown fields are passed over (they stay stored, SY14). */
export function readReport(entries: Iterable<StoredField>): Report {
  let head: ReportHead | undefined
  const parts: string[] = []
  const signatures: Partial<Record<Signer, Signature>> = {}
  const files: Record<string, EvidenceFile> = {}
  const drawnBy: Record<Signer, Record<string, string>> = { lead: {}, auditee: {} }
  const comments: AuditComment[] = []
  const moves: ReportMove[] = []
  for (const entry of entries) {
    const { value, author, at, order } = entry
    const field = parseReportField(entry.field)
    if (!field || value === null) continue
    switch (field.kind) {
      case 'head':
        head = readReportHead(value) ?? head
        break
      case 'part':
        if (typeof value === 'string') parts[field.index] = value
        break
      case 'signature': {
        const signature = readSignature(value)
        if (signature) signatures[field.signer] = { ...signature, author, at }
        break
      }
      case 'evidence': {
        const file = readEvidenceFile(value)
        if (file) files[field.sha256] = file
        if (file) drawnBy[field.signer][field.sha256] = author
        break
      }
      case 'comment': {
        const text = readCommentText(value)
        const { id, target } = field
        if (text !== undefined) comments.push({ id, target, text, author, at, order })
        break
      }
      case 'move': {
        const move = readReportMove(field.id, entry)
        if (move) moves.push(move)
        break
      }
    }
  }
  moves.sort(byOrder)
  const isWhole = head !== undefined && parts.length === head.parts && !parts.includes(undefined as never)
  return {
    head,
    content: isWhole ? joinContent(parts) : undefined,
    text: parts.join(''),
    signatures,
    files,
    drawnBy,
    comments: comments.sort(byOrder),
    moves,
    state: moves.at(-1)?.to ?? 'issued',
  }
}

export function readReportHead(value: JsonValue): ReportHead | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { audit, hash, parts, lead } = value as Record<string, JsonValue>
  if (typeof audit !== 'string' || typeof lead !== 'string' || !isSha256(hash)) return undefined
  return typeof parts === 'number' && Number.isSafeInteger(parts) && parts > 0
    ? { audit, hash, parts, lead }
    : undefined
}

export function readSignature(value: JsonValue): Omit<Signature, 'author' | 'at'> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { sha256, hash, opinion = '' } = value as Record<string, JsonValue>
  return isSha256(sha256) && isSha256(hash) && typeof opinion === 'string' && opinion.length <= 20_000
    ? { sha256, hash, opinion }
    : undefined
}

/** Reads a `moves` field of a report; undefined when it is none. */
export function readReportMove(id: string, entry: Omit<StoredField, 'field'>): ReportMove | undefined {
  const { value, author, at, order } = entry
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { to, reason } = value as Record<string, JsonValue>
  if (!isReportState(to)) return undefined
  const words = typeof reason === 'string' && reason.trim() !== '' ? reason : undefined
  return { id, to, reason: words, author, at, order }
}
