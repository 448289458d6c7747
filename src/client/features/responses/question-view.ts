import type { QuestionState } from '../../../domain/forms/question-state.ts'
import type { Photo } from '../../../domain/responses/photo.ts'
import { responseFields } from '../../../domain/responses/response-fields.ts'
import type { Comment, Response } from '../../../domain/responses/response.ts'
import type { Row } from '../../../sync/replica/row.ts'
import type { SavingState } from './field-saver.ts'

export interface PhotoView {
  readonly sha256: string
  readonly photo: Photo
  /** False while the server does not have the word of it yet; the bytes have a state of their own. */
  readonly isAtServer: boolean
}

/** Where the answer of a question is, in the order of how much the person must know it. */
export type Whereabouts = 'none' | 'saving' | 'failed' | 'onTablet' | 'atServer'

/** All that a question shows. */
export interface QuestionView {
  readonly state: QuestionState
  readonly note: string
  readonly photos: readonly PhotoView[]
  readonly comments: readonly Comment[]
  readonly conflicts: readonly ConflictView[]
  readonly isReturned: boolean
  readonly isTooLong: boolean
  readonly whereabouts: Whereabouts
  readonly saving: SavingState
}

/** The value that lost when two people changed the answer (SY6). */
export interface ConflictView {
  readonly op: string
  readonly field: string
  readonly value: Row['value']
  readonly author: string
  readonly at: number
}

interface Given {
  readonly state: QuestionState
  readonly response: Response
  readonly stored: ReadonlyMap<string, Row>
  readonly isReturned: boolean
  readonly isTooLong: boolean
  readonly saving: (field: string) => SavingState
}

export function viewQuestion(question: string, given: Given): QuestionView {
  const { response, stored } = given
  const fields = [
    responseFields.answer(question),
    responseFields.note(question),
    responseFields.confirmed(question),
  ]
  const photos = Object.entries(response.evidence[question] ?? {}).map(([sha256, photo]) => ({
    sha256,
    photo,
    isAtServer: stored.get(responseFields.evidence(question, sha256))?.pending === null,
  }))
  const savings = fields.map(given.saving)
  const saving = savings.find(s => s.type === 'failed') ??
    savings.find(s => s.type === 'saving' || s.type === 'waiting') ??
    savings[0] ?? { type: 'idle' }
  return {
    state: given.state,
    note: response.notes[question] ?? '',
    photos,
    comments: response.comments.filter(comment => comment.question === question),
    conflicts: conflictsOf(question, stored),
    isReturned: given.isReturned,
    isTooLong: given.isTooLong,
    saving,
    whereabouts: whereabouts(saving, fields, stored, photos),
  }
}

function whereabouts(
  saving: SavingState,
  fields: readonly string[],
  stored: ReadonlyMap<string, Row>,
  photos: readonly PhotoView[],
): Whereabouts {
  if (saving.type === 'failed') return 'failed'
  if (saving.type === 'saving' || saving.type === 'waiting') return 'saving'
  const rows = fields.map(field => stored.get(field)).filter(row => row !== undefined)
  if (rows.every(row => row.value === null) && photos.length === 0) return 'none'
  const isAllThere = rows.every(row => row.pending === null) && photos.every(photo => photo.isAtServer)
  return isAllThere ? 'atServer' : 'onTablet'
}

function conflictsOf(question: string, stored: ReadonlyMap<string, Row>): readonly ConflictView[] {
  const found: ConflictView[] = []
  for (const row of stored.values()) {
    if (!row.field.startsWith('conflicts/') || row.value === null) continue
    const op = row.field.slice('conflicts/'.length)
    if (stored.get(`settled/${op}`)?.value === true) continue
    const { field, value, author, at } = row.value as unknown as Omit<ConflictView, 'op'>
    if (field === responseFields.answer(question) || field === responseFields.note(question)) {
      found.push({ op, field, value, author, at })
    }
  }
  return found
}
