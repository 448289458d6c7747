import { auditFields, auditType, parseAuditField } from '../../domain/audits/audit-fields.ts'
import { parseAuditThing } from '../../domain/audits/audit-number.ts'
import { readAudit, type Audit } from '../../domain/audits/audit.ts'
import { listChecklistItems, listPlannedChecks } from '../../domain/audits/checklist.ts'
import { refuseAuditChange } from '../../domain/audits/refuse-audit-change.ts'
import { limits } from '../protocol/limits.ts'
import type { Entry } from '../protocol/op.ts'
import { toStoredFields } from './stored-fields.ts'
import type { RuleContext, ThingRules } from './thing-rules.ts'

/** An audit: plan, working papers and draft findings, which the commune does not read. */
export const auditRules: ThingRules = {
  feedClass: 'audit',
  belongsTo: (thing, unit) => thing.startsWith(`${auditType}.`) && parseAuditThing(thing)?.unit === unit,
  mayWrite: mayDo => mayDo('audit.plan') || mayDo('audit.work'),
  maySettle: ({ mayDo, fields }) => {
    const { state } = foldState(fields)
    return (mayDo('audit.plan') || mayDo('audit.work')) && state !== 'signed'
  },
  longestValue: () => limits.value,
  isAnonymous: () => false,

  refuse({ field, value }, context) {
    const { fields, person, mayDo, ownWork, ownWorkOf, today } = context
    const kind = parseAuditField(field)?.kind
    if ((kind === 'move' || kind === 'comment') && fields.has(field)) return 'locked'
    const audit = kind === 'move' ? readAudit(toStoredFields(fields.values())) : foldState(fields)
    return refuseAuditChange(field, value, {
      audit,
      person,
      mayDo,
      ownWork,
      ownWorkOf: (auditor, day = today) => ownWorkOf(auditor, day),
      planned: () => plannedOf(audit, context),
    })
  },

  effects: () => [],
}

/** State, team and first day only: all that is asked for a note, and much cheaper than seventy checks. */
const foldState = (fields: ReadonlyMap<string, Entry>): Audit =>
  readAudit(
    toStoredFields(
      [...fields.values()].filter(
        ({ field }) =>
          field === auditFields.from ||
          field.startsWith(auditFields.move('')) ||
          field.startsWith(auditFields.team('')),
      ),
    ),
  )

function plannedOf(audit: Audit, { findForm }: RuleContext): readonly string[] | undefined {
  const form = audit.checklist && findForm(audit.checklist)
  return form && listPlannedChecks(listChecklistItems(form.form), audit.timetable).map(({ key }) => key)
}
