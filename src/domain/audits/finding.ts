import type { JsonValue } from '../../lib/json-value.ts'
import { readEvidenceFile, type EvidenceFile } from '../responses/evidence-file.ts'
import { readCommentText } from '../responses/response.ts'
import { readAmendment, type Amendment } from './amendment.ts'
import type { AuditComment } from './audit.ts'
import { byOrder, type StoredField } from './stored-field.ts'
import { parseFindingField, type ActionPart, type FindingSlot } from './finding-fields.ts'
import {
  countRounds,
  roundOfPart,
  roundOfSlot,
  type FindingRound,
  type FindingRounds,
} from './finding-rounds.ts'
import { isFindingTarget, type FindingState, type FindingTarget } from './finding-state.ts'
import { needsAction } from './grade.ts'
import { readRequest, type FindingRequest } from './finding-request.ts'

export interface FindingMove {
  readonly id: string
  readonly to: FindingTarget
  readonly reason: string | undefined
  /** SHA-256 of the drawn signature. */
  readonly signature: string | undefined
  readonly author: string
  readonly at: number
  readonly order: number
}

/** An issued finding and what came of it. */
export interface Finding {
  /** As it was signed; undefined until it has come. */
  readonly signed: FindingRequest | undefined
  /** As it stands: what was signed, with the amendments that a second person agreed to. */
  readonly request: FindingRequest | undefined
  readonly amendments: readonly Amendment[]
  /** The corrective action and its evidence in the round that each part is in now. */
  readonly action: FindingRound['action']
  readonly files: FindingRound['files']
  readonly rounds: FindingRounds
  /** What earlier rounds said and showed, the first one first: it stays readable, and counts no more. */
  readonly earlier: readonly FindingRound[]
  /** Who added the picture of a drawn signature, by its SHA-256. */
  readonly signers: Readonly<Record<string, string>>
  readonly comments: readonly AuditComment[]
  readonly moves: readonly FindingMove[]
  readonly state: FindingState
  /** When it came into its state, milliseconds since 1970; undefined before any move. */
  readonly movedAt: number | undefined
}

/** Folds the fields of one issued finding. Unknown fields are passed over (they stay stored, SY14). */
export function readFinding(entries: Iterable<StoredField>): Finding {
  let signed: FindingRequest | undefined
  const written: { readonly part: ActionPart; readonly round: number; readonly text: string }[] = []
  const shown: {
    readonly slot: FindingSlot
    readonly sha256: string
    readonly round: number
    readonly file: EvidenceFile
  }[] = []
  const signers: Record<string, string> = {}
  const comments: AuditComment[] = []
  const moves: FindingMove[] = []
  const amendments: Amendment[] = []
  const agreements = new Map<string, string>()
  for (const entry of entries) {
    const { value, author, at, order } = entry
    const field = parseFindingField(entry.field)
    if (!field || value === null) continue
    switch (field.kind) {
      case 'request':
        signed = readRequest(value) ?? signed
        break
      case 'part':
        if (typeof value === 'string') written.push({ part: field.part, round: field.round, text: value })
        break
      case 'evidence': {
        const file = readEvidenceFile(value)
        if (file) shown.push({ ...field, file })
        if (file && field.slot === 'signature') signers[field.sha256] = author
        break
      }
      case 'comment': {
        const text = readCommentText(value)
        const { id, target } = field
        if (text !== undefined) comments.push({ id, target, text, author, at, order })
        break
      }
      case 'move': {
        const move = readFindingMove(field.id, entry)
        if (move) moves.push(move)
        break
      }
      case 'amendment': {
        const amendment = readAmendment(value)
        if (amendment) amendments.push({ ...amendment, id: field.id, author, at, order, agreedBy: undefined })
        break
      }
      case 'agreement':
        if (value === true) agreements.set(field.id, author)
        break
    }
  }
  moves.sort(byOrder)
  const agreed = amendments
    .sort(byOrder)
    .map(amendment => ({ ...amendment, agreedBy: agreements.get(amendment.id) }))
  const request = signed && agreed.reduce(amend, signed)
  const first = request && !needsAction(request.grade) ? 'noted' : 'raised'
  const rounds = countRounds(moves, first, round =>
    written.some(
      ({ part, round: of, text }) => part === 'effectiveness' && of === round && text === 'notEffective',
    ),
  )
  /** Of the parts that are in a round, as each part's own counting says. */
  const gather = (round: number, isIn: (round: number, now: number) => boolean): FindingRound => {
    const action: Partial<Record<ActionPart, string>> = {}
    const files: Record<FindingSlot, Record<string, EvidenceFile>> = {
      request: {},
      done: {},
      verify: {},
      signature: {},
    }
    for (const { part, round: of, text } of written)
      if (isIn(of, roundOfPart(part, rounds))) action[part] = text
    for (const { slot, round: of, sha256, file } of shown)
      if (isIn(of, roundOfSlot(slot, rounds))) files[slot][sha256] = file
    return { round, action, files }
  }
  const newest = Math.max(rounds.plan, rounds.done)
  const { action, files } = gather(newest, (of, now) => of === now)
  const earlier = Array.from({ length: newest - 1 }, (_, at) => at + 1)
    .map(round => gather(round, (of, now) => of === round && of < now))
    .filter(one => Object.keys(one.action).length + Object.values(one.files).flatMap(Object.keys).length > 0)
  return {
    signed,
    request,
    amendments: agreed,
    action,
    files,
    rounds,
    earlier,
    signers,
    comments: comments.sort(byOrder),
    moves,
    state: moves.at(-1)?.to ?? first,
    movedAt: moves.at(-1)?.at,
  }
}

const amend = (request: FindingRequest, { part, value, agreedBy }: Amendment): FindingRequest =>
  agreedBy === undefined ? request : { ...request, [part]: value }

/** Reads a `moves` field of a finding; undefined when it is none. */
export function readFindingMove(id: string, entry: Omit<StoredField, 'field'>): FindingMove | undefined {
  const { value, author, at, order } = entry
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { to, reason, signature } = value as Record<string, JsonValue>
  if (!isFindingTarget(to)) return undefined
  const text = (found: JsonValue | undefined): string | undefined =>
    typeof found === 'string' && found.trim() !== '' ? found : undefined
  return { id, to, reason: text(reason), signature: text(signature), author, at, order }
}
