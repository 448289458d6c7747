import { parseResponseField } from '../../domain/responses/response-fields.ts'
import { loserOfConflict, readConflict, settledField } from '../../sync/protocol/conflict.ts'
import type { Row } from '../../sync/replica/row.ts'

/** One of the two values, and who wrote it when on which tablet; the tablet is undefined when nobody noted it. */
export interface ConflictSide {
  readonly value: Row['value']
  readonly author: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly device: string | undefined
}

/** Two people changed one field (SY6): the value that is shown now, and the one that it replaced unseen. */
export interface ConflictView {
  /** The op whose value was replaced. */
  readonly op: string
  readonly field: string
  readonly kind: 'answer' | 'note' | 'confirmed' | 'evidence' | 'row' | 'other'
  /** The question at stake; undefined when it is a row or something this build does not know. */
  readonly question: string | undefined
  readonly lost: ConflictSide
  readonly kept: ConflictSide | undefined
}

/** The conflicts of a response that nobody has settled, oldest first. */
export function listConflicts(stored: ReadonlyMap<string, Row>): readonly ConflictView[] {
  const found: ConflictView[] = []
  for (const row of stored.values()) {
    const op = loserOfConflict(row.field)
    const conflict = op === undefined ? undefined : readConflict(row.value)
    if (op === undefined || !conflict || stored.get(settledField(op))?.value === true) continue
    const { field, value, author, at, device, winner } = conflict
    const named = parseResponseField(field)
    const current = stored.get(field)
    found.push({
      op,
      field,
      kind: kindOf(named?.kind),
      question: named && 'question' in named ? named.question : undefined,
      lost: { value, author, at, device },
      kept: current && {
        value: current.value,
        author: current.author,
        at: current.at,
        // What was written since came from a tablet nobody noted.
        device: winner?.op === current.op ? winner.device : undefined,
      },
    })
  }
  return found.sort((a, b) => a.lost.at - b.lost.at)
}

const kinds = new Set<unknown>(['answer', 'note', 'confirmed', 'evidence', 'row'])
const kindOf = (kind: string | undefined): ConflictView['kind'] =>
  kinds.has(kind) ? (kind as ConflictView['kind']) : 'other'
