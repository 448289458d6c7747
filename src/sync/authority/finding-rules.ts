import { auditThing, parseFindingThing } from '../../domain/audits/audit-number.ts'
import { readAudit } from '../../domain/audits/audit.ts'
import { findingFields, parseFindingField } from '../../domain/audits/finding-fields.ts'
import { readRequest } from '../../domain/audits/finding-request.ts'
import { readFinding } from '../../domain/audits/finding.ts'
import { refuseFindingChange } from '../../domain/audits/refuse-finding-change.ts'
import { refuseIssuedFinding } from '../../domain/audits/refuse-issue.ts'
import { feedId } from '../../domain/people/feed.ts'
import { limits } from '../protocol/limits.ts'
import { toStoredFields } from './stored-fields.ts'
import type { ThingRules } from './thing-rules.ts'

const appendOnly: readonly string[] = ['move', 'comment', 'amendment', 'agreement']

/** An issued finding with its corrective action, in the commune's own feed. */
export const findingRules: ThingRules = {
  feedClass: 'unit',
  belongsTo: (thing, unit) => parseFindingThing(thing)?.unit === unit,
  mayWrite: mayDo => mayDo('finding.comment'),
  maySettle: ({ mayDo }) => mayDo('finding.comment'),
  longestValue: () => limits.value,
  isAnonymous: () => false,

  leansOn({ thing, field }) {
    const name = field === findingFields.request ? parseFindingThing(thing) : undefined
    return name && { feed: feedId(name.unit, 'audit'), thing: auditThing(name) }
  },

  refuse({ field, value }, { thing, fields, leaned, person, mayDo }) {
    const kind = parseFindingField(field)?.kind
    if (kind && appendOnly.includes(kind) && fields.has(field)) return 'locked'
    const finding = readFinding(toStoredFields(fields.values()))
    const refusal = refuseFindingChange(field, value, { finding, person, mayDo })
    const request = field === findingFields.request ? readRequest(value) : undefined
    if (refusal || !request) return refusal
    return refuseIssuedFinding(thing, request, { audit: readAudit(toStoredFields(leaned)), person })
  },

  effects: () => [],
}
