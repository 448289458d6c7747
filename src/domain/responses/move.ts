import type { JsonValue } from '../../lib/json-value.ts'
import type { AnswerValue } from '../forms/form-version.ts'
import { moves as rules, type MoveTarget } from './response-state.ts'

/** What was sent, so that the next sending can be compared with it. */
export interface SentAnswers {
  readonly answers: Readonly<Record<string, AnswerValue>>
  readonly notes: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, readonly string[]>>
}

/** A change of state of a response; moves are only ever added. */
export interface Move {
  readonly id: string
  readonly to: MoveTarget
  readonly reason: string | undefined
  readonly sent: SentAnswers | undefined
  readonly author: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly order: number
}

/** Reads a `moves` field; undefined when it is none. */
export function readMove(
  id: string,
  { value, author, at, order }: { value: JsonValue; author: string; at: number; order: number },
): Move | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { to, reason, sent } = value as Record<string, JsonValue>
  if (to !== 'sent' && to !== 'returned' && to !== 'approved') return undefined
  return {
    id,
    to,
    reason: typeof reason === 'string' && reason.trim() !== '' ? reason : undefined,
    sent: typeof sent === 'object' && sent !== null ? (sent as unknown as SentAnswers) : undefined,
    author,
    at,
    order,
  }
}

export type MoveRefusal = 'illegalMove' | 'notYourRole' | 'reasonMissing' | 'incomplete'

/** Whether a move may be made now: the same table disables the button and holds the op. */
export function refuseMove(
  from: keyof typeof rules,
  move: Pick<Move, 'to' | 'reason'>,
  given: {
    readonly mayDo: (action: 'response.send' | 'response.review') => boolean
    readonly isComplete: () => boolean
  },
): MoveRefusal | undefined {
  const rule = rules[from][move.to]
  if (!rule) return 'illegalMove'
  if (!given.mayDo(rule.action as 'response.send' | 'response.review')) return 'notYourRole'
  if (rule.needsReason && !move.reason) return 'reasonMissing'
  if (rule.needsCompleteness && !given.isComplete()) return 'incomplete'
  return undefined
}
