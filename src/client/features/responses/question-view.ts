import type { QuestionState } from '../../../domain/forms/question-state.ts'
import type { Attachment } from '../../../domain/responses/attachment.ts'
import { isPhoto } from '../../../domain/responses/evidence-file.ts'
import type { Photo } from '../../../domain/responses/photo.ts'
import { responseFields } from '../../../domain/responses/response-fields.ts'
import type { Comment, Response } from '../../../domain/responses/response.ts'
import type { Row } from '../../../sync/replica/row.ts'
import type { SavingState } from '../../context/field-saver.ts'
import type { ConflictView } from '../../context/list-conflicts.ts'

export interface PhotoView {
  readonly sha256: string
  readonly photo: Photo
  /** False while the server does not have the word of it yet; the bytes have a state of their own. */
  readonly isAtServer: boolean
}

/** A recording or document that answers a question. */
export interface AttachmentView {
  readonly sha256: string
  readonly attachment: Attachment
  readonly isAtServer: boolean
}

/** Where the answer of a question is, in the order of how much the person must know it. */
export type Whereabouts = 'none' | 'saving' | 'failed' | 'onTablet' | 'atServer'

/** All that a question shows. */
export interface QuestionView {
  readonly state: QuestionState
  readonly note: string
  readonly photos: readonly PhotoView[]
  readonly attachments: readonly AttachmentView[]
  readonly comments: readonly Comment[]
  readonly conflicts: readonly ConflictView[]
  readonly isReturned: boolean
  readonly isTooLong: boolean
  readonly whereabouts: Whereabouts
  readonly saving: SavingState
}

interface Given {
  readonly state: QuestionState
  readonly response: Response
  readonly stored: ReadonlyMap<string, Row>
  readonly conflicts: readonly ConflictView[]
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
  const photos: PhotoView[] = []
  const attachments: AttachmentView[] = []
  for (const [sha256, file] of Object.entries(response.evidence[question] ?? {})) {
    const isAtServer = stored.get(responseFields.evidence(question, sha256))?.pending === null
    if (isPhoto(file)) photos.push({ sha256, photo: file, isAtServer })
    else attachments.push({ sha256, attachment: file, isAtServer })
  }
  const files = [...photos, ...attachments]
  const savings = fields.map(given.saving)
  const saving = savings.find(s => s.type === 'failed') ??
    savings.find(s => s.type === 'saving' || s.type === 'waiting') ??
    savings[0] ?? { type: 'idle' }
  return {
    state: given.state,
    note: response.notes[question] ?? '',
    photos,
    attachments,
    comments: response.comments.filter(comment => comment.question === question),
    conflicts: given.conflicts,
    isReturned: given.isReturned,
    isTooLong: given.isTooLong,
    saving,
    whereabouts: whereabouts({ saving, savings, fields, stored, files }),
  }
}

interface WhereaboutsGiven {
  /** The one of `savings` that matters most. */
  readonly saving: SavingState
  readonly savings: readonly SavingState[]
  readonly fields: readonly string[]
  readonly stored: ReadonlyMap<string, Row>
  readonly files: readonly { readonly isAtServer: boolean }[]
}

function whereabouts({ saving, savings, fields, stored, files }: WhereaboutsGiven): Whereabouts {
  if (saving.type === 'failed') return 'failed'
  if (saving.type === 'saving' || saving.type === 'waiting') return 'saving'
  // What the stored row will say in a moment.
  if (savings.some(one => one.type === 'saved' && !one.isEmpty)) return 'onTablet'
  const rows = fields.map(field => stored.get(field)).filter(row => row !== undefined)
  if (rows.every(row => row.value === null) && files.length === 0) return 'none'
  const isAllThere = rows.every(row => row.pending === null) && files.every(file => file.isAtServer)
  return isAllThere ? 'atServer' : 'onTablet'
}
