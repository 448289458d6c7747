import { isRecord } from '../../lib/json-value.ts'
import { isAuditTarget, type AuditTarget } from './audit-state.ts'
import type { StoredField } from './stored-field.ts'

/** A change of state of an audit; moves are only ever added. */
export interface AuditMove {
  readonly id: string
  readonly to: AuditTarget
  readonly reason: string | undefined
  /** SHA-256 of the report's content, with a move to `signed`. */
  readonly hash: string | undefined
  /** SHA-256 of the drawn signature. */
  readonly signature: string | undefined
  readonly author: string
  readonly at: number
  readonly order: number
}

/** Reads a `moves` field of an audit; undefined when it is none. */
export function readAuditMove(id: string, entry: Omit<StoredField, 'field'>): AuditMove | undefined {
  const { value, author, at, order } = entry
  if (!isRecord(value) || !isAuditTarget(value['to'])) return undefined
  const text = (key: string): string | undefined => {
    const found = value[key]
    return typeof found === 'string' && found.trim() !== '' ? found : undefined
  }
  const { to } = value as { to: AuditTarget }
  return {
    id,
    to,
    reason: text('reason'),
    hash: text('hash'),
    signature: text('signature'),
    author,
    at,
    order,
  }
}
