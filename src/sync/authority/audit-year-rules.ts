import { parseAuditYearThing, refuseAuditYearChange } from '../../domain/audits/audit-year.ts'
import { limits } from '../protocol/limits.ts'
import type { ThingRules } from './thing-rules.ts'

/** A commune's audit programme of one year. */
export const auditYearRules: ThingRules = {
  feedClass: 'audit',
  belongsTo: (thing, unit) => parseAuditYearThing(thing)?.unit === unit,
  mayWrite: mayDo => mayDo('audit.plan'),
  maySettle: ({ mayDo }) => mayDo('audit.plan'),
  longestValue: () => limits.value,
  isAnonymous: () => false,
  refuse: ({ field, value }, { mayDo }) => refuseAuditYearChange(field, value, mayDo('audit.plan')),
  effects: () => [],
}
