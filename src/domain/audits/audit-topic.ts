import { findingSlot, parseAuditField } from './audit-fields.ts'

/**
 * The check (its key) or finding (`finding:<number>`) that a field of an audit belongs to; '' for the audit as a whole.
 * Photos are kept by the same names.
 */
export function topicOf(field: string): string {
  const parsed = parseAuditField(field)
  if (!parsed) return ''
  if ('check' in parsed) return parsed.check
  if (parsed.kind === 'evidence') return parsed.slot
  return parsed.kind === 'finding' ? findingSlot(parsed.finding) : ''
}
