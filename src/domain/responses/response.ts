import type { JsonValue } from '../../lib/json-value.ts'
import type { AnswerValue } from '../forms/form-version.ts'
import { readMove, type Move } from './move.ts'
import { readEvidenceFile, type EvidenceFile } from './evidence-file.ts'
import { readRowPlace, type RowPlace } from './row-place.ts'
import { parseResponseField } from './response-fields.ts'
import type { ResponseState } from './response-state.ts'

export interface FormName {
  readonly id: string
  readonly version: string
}

export interface Comment {
  readonly id: string
  readonly question: string
  readonly text: string
  readonly author: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly order: number
}

/** One form being filled for a commune. */
export interface Response {
  readonly form: FormName | undefined
  readonly answers: Readonly<Record<string, AnswerValue>>
  readonly notes: Readonly<Record<string, string>>
  readonly confirmed: Readonly<Record<string, AnswerValue>>
  /** Rows of repeats that people added or removed, by repeat, then by row; null: removed. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, RowPlace | null>>>>
  /** Photos, signatures, recordings and documents by question, then by SHA-256. */
  readonly evidence: Readonly<Record<string, Readonly<Record<string, EvidenceFile>>>>
  /** In the order they were made. */
  readonly comments: readonly Comment[]
  readonly moves: readonly Move[]
  readonly state: ResponseState
}

/** A stored field; `order` is the feed's sequence, or Infinity while the server does not have it yet. */
export interface ResponseEntry {
  readonly field: string
  readonly value: JsonValue
  readonly author: string
  readonly at: number
  readonly order: number
}

/** Folds the fields of one response thing. Unknown fields are passed over (they stay stored, SY14). */
export function readResponse(entries: Iterable<ResponseEntry>): Response {
  let form: FormName | undefined
  const answers: Record<string, AnswerValue> = {}
  const notes: Record<string, string> = {}
  const confirmed: Record<string, AnswerValue> = {}
  const rows: Record<string, Record<string, RowPlace | null>> = {}
  const evidence: Record<string, Record<string, EvidenceFile>> = {}
  const comments: Comment[] = []
  const moves: Move[] = []
  for (const entry of entries) {
    const { value } = entry
    const field = parseResponseField(entry.field)
    if (field?.kind === 'row') (rows[field.repeat] ??= {})[field.row] = readRowPlace(value) ?? null
    if (!field || value === null) continue
    switch (field.kind) {
      case 'form':
        form = readFormName(value) ?? form
        break
      case 'answer':
        if (isAnswerValue(value)) answers[field.question] = value
        break
      case 'confirmed':
        if (isAnswerValue(value)) confirmed[field.question] = value
        break
      case 'note':
        if (typeof value === 'string' && value !== '') notes[field.question] = value
        break
      case 'evidence': {
        const file = readEvidenceFile(value)
        if (file) (evidence[field.question] ??= {})[field.sha256] = file
        break
      }
      case 'comment': {
        const text = readCommentText(value)
        const { author, at, order } = entry
        if (text !== undefined)
          comments.push({ id: field.id, question: field.question, text, author, at, order })
        break
      }
      case 'move': {
        const move = readMove(field.id, entry)
        if (move) moves.push(move)
        break
      }
      case 'row':
      case 'result':
        break
    }
  }
  const byOrder = (a: { order: number; at: number }, b: { order: number; at: number }): number =>
    a.order === b.order ? a.at - b.at : a.order - b.order
  comments.sort(byOrder)
  moves.sort(byOrder)
  return {
    form,
    answers,
    notes,
    confirmed,
    rows,
    evidence,
    comments,
    moves,
    state: moves.at(-1)?.to ?? 'draft',
  }
}

export function readFormName(value: JsonValue): FormName | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { id, version } = value as Record<string, JsonValue>
  return typeof id === 'string' && typeof version === 'string' ? { id, version } : undefined
}

/** The longest text an answer, note or comment may have, in UTF-16 units. */
export const longestText = 20_000

/** True for what a question can be answered with: a bounded text, a finite number, a bounded list of texts. */
export function isAnswerValue(value: JsonValue): value is AnswerValue {
  if (typeof value === 'string') return value.length <= longestText
  if (typeof value === 'number') return Number.isFinite(value)
  return (
    Array.isArray(value) &&
    value.length <= 1000 &&
    value.every(v => typeof v === 'string' && v.length <= 1000)
  )
}

export function readCommentText(value: JsonValue): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const text = (value as Record<string, JsonValue>)['text']
  return typeof text === 'string' && text.trim() !== '' && text.length <= longestText ? text : undefined
}

/** SHA-256 of the files that answer each question, in a stable order. */
export function filesByQuestion(response: Pick<Response, 'evidence'>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(response.evidence).map(([question, photos]) => [question, Object.keys(photos).sort()]),
  )
}
