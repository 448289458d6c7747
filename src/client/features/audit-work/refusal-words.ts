import type { AuditRefusal } from '../../../domain/audits/refuse-audit-change.ts'

/** The words of `auditWork:refused` for what keeps a person from writing. */
export const refusalKey = (
  refusal: AuditRefusal,
): `refused.${'notYourRole' | 'notIndependent' | 'locked' | 'other'}` => {
  switch (refusal) {
    case 'notYourRole':
    case 'notIndependent':
    case 'locked':
      return `refused.${refusal}`
    case 'illegalMove':
    case 'incomplete':
    case 'reasonMissing':
    case 'unknownField':
    case 'badValue':
      return 'refused.other'
  }
}
