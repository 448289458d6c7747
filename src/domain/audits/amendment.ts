import { isClauseId } from './clause.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import { isArea } from './area.ts'
import { isGrade } from './grade.ts'

/** What of a signed finding may be amended. */
export const amendable = [
  'grade',
  'requirement',
  'proof',
  'nature',
  'clauses',
  'area',
  'responsible',
] as const
export type Amendable = (typeof amendable)[number]

/** A change to something signed: it counts once a second person agrees; what was signed stays beside it. */
export interface Amendment {
  readonly id: string
  readonly part: Amendable
  readonly value: JsonValue
  readonly reason: string
  readonly author: string
  readonly at: number
  readonly order: number
  /** Who agreed; undefined while nobody has. */
  readonly agreedBy: string | undefined
}

const longest = 20_000

/** Reads an `amendments` field's value; undefined when it is none. */
export function readAmendment(value: JsonValue): Pick<Amendment, 'part' | 'value' | 'reason'> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { part, value: changed, reason } = value as Record<string, JsonValue>
  const known = amendable.find(name => name === part)
  if (!known || changed === undefined || !fits(known, changed)) return undefined
  if (typeof reason !== 'string' || reason.trim() === '' || reason.length > longest) return undefined
  return { part: known, value: changed, reason }
}

function fits(part: Amendable, value: JsonValue): boolean {
  switch (part) {
    case 'grade':
      return isGrade(value)
    case 'area':
      return isArea(value)
    case 'clauses':
      return Array.isArray(value) && value.length > 0 && value.length <= 200 && value.every(isClauseId)
    case 'requirement':
    case 'proof':
    case 'nature':
    case 'responsible':
      return typeof value === 'string' && value.length <= longest
  }
}
