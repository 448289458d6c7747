import { findingSlot, parseAuditField, planTexts } from './audit-fields.ts'

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

const planKinds = new Set<unknown>([
  'standard',
  'checklist',
  'from',
  'to',
  'opening',
  'closing',
  'team',
  'timetable',
])

/** Whether a field belongs to the plan: what the plan's page shows. */
export function isOfPlan(field: string): boolean {
  const parsed = parseAuditField(field)
  return parsed?.kind === 'text' ? planTexts.includes(parsed.name) : planKinds.has(parsed?.kind)
}

/** Whether a field is of the minutes and the report's words: what the closing page shows. */
export const isOfClosing = (field: string): boolean =>
  parseAuditField(field)?.kind === 'text' && !isOfPlan(field)
