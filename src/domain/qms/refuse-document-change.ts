import type { JsonValue } from '../../lib/json-value.ts'
import type { Action } from '../people/role.ts'
import { isAudioType } from '../responses/attachment.ts'
import { readEvidenceFile, type EvidenceFile } from '../responses/evidence-file.ts'
import { isSha256 } from '../responses/photo.ts'
import { longestText, readCommentText } from '../responses/response.ts'
import { parseDocumentField } from './document-fields.ts'
import { documentMoves, isDocumentOpen, type DocumentNeed } from './document-state.ts'
import { documentKinds, readDocumentMove, type Document, type DocumentMove } from './document.ts'

export type QmsRefusal =
  'notYourRole' | 'locked' | 'illegalMove' | 'incomplete' | 'reasonMissing' | 'unknownField' | 'badValue'

export interface DocumentGiven {
  /** As it is before the change. */
  readonly document: Document
  readonly person: string
  readonly mayDo: (action: Action) => boolean
}

/** Why a field of a document may not be set to a value now; undefined when it may. The app and the server ask the same. */
export function refuseDocumentChange(
  name: string,
  value: JsonValue,
  given: DocumentGiven,
): QmsRefusal | undefined {
  const { document, person, mayDo } = given
  const field = parseDocumentField(name)
  if (!field) return 'unknownField'
  switch (field.kind) {
    case 'move':
      return refuseDocumentMove(readDocumentMove(field.id, { value, author: person, at: 0, order: 0 }), given)
    case 'comment':
      if (!mayDo('qms.comment')) return 'notYourRole'
      return readCommentText(value) === undefined ? 'badValue' : undefined
    case 'read':
      // Each for themselves, and only what is in force.
      if (!mayDo('qms.write') || field.person !== person) return 'notYourRole'
      if (!document.inForce) return 'illegalMove'
      return value === document.inForce.number ? undefined : 'badValue'
    case 'readOnPaper':
      if (!mayDo('qms.write')) return 'notYourRole'
      if (value === null) return undefined
      if (!document.inForce) return 'illegalMove'
      return value === document.inForce.number ? undefined : 'badValue'
    case 'place':
      if (!mayDo('qms.write')) return 'notYourRole'
      return value === null || value === true ? undefined : 'badValue'
    case 'evidence':
      if (!mayDo('qms.write')) return 'notYourRole'
      if (!isDocumentOpen(document.state) || field.revision !== document.revisions.length) return 'locked'
      if (!isSha256(field.sha256)) return 'badValue'
      return value === null || isDocumentFile(readEvidenceFile(value)) ? undefined : 'badValue'
    case 'kind':
    case 'mandatory':
    case 'procedure':
    case 'text':
      if (!mayDo('qms.write')) return 'notYourRole'
      if (!isDocumentOpen(document.state)) return 'locked'
      if (field.kind === 'kind') return documentKinds.some(known => known === value) ? undefined : 'badValue'
      return value === null || (typeof value === 'string' && value.length <= longestText)
        ? undefined
        : 'badValue'
  }
}

/** Photos of paper, PDF, Word, Excel; a recording is no document. */
const isDocumentFile = (file: EvidenceFile | undefined): boolean =>
  file !== undefined && !isAudioType(file.type)

/** Why a move may not be made now; the same table shows the buttons and holds the op. */
export function refuseDocumentMove(
  move: Pick<DocumentMove, 'to' | 'reason' | 'decision' | 'issuedOn'> | undefined,
  { document, person, mayDo }: DocumentGiven,
): QmsRefusal | undefined {
  if (!move) return 'badValue'
  const rule = documentMoves[document.state][move.to]
  if (!rule) return 'illegalMove'
  if (!mayDo(rule.action)) return 'notYourRole'
  const missing = rule.needs.filter(need => !isMet(need, move, document, person))
  if (missing.includes('otherPerson')) return 'notYourRole'
  if (missing.includes('reason')) return 'reasonMissing'
  return missing.length > 0 ? 'incomplete' : undefined
}

function isMet(
  need: DocumentNeed,
  move: Pick<DocumentMove, 'reason' | 'decision' | 'issuedOn'>,
  { revisions, moves }: Document,
  person: string,
): boolean {
  switch (need) {
    case 'reason':
      return move.reason !== undefined
    case 'file':
      return Object.keys(revisions.at(-1)?.files ?? {}).length > 0
    case 'decision':
      return move.decision !== undefined
    case 'issuedOn':
      return move.issuedOn !== undefined
    case 'otherPerson':
      // Who sent it for review does not approve it too.
      return moves.findLast(({ to }) => to === 'inReview')?.author !== person
  }
}
