import { useMemo } from 'react'
import { auditFields, checkKey } from '../../../domain/audits/audit-fields.ts'
import type { Audit } from '../../../domain/audits/audit.ts'
import { refuseAuditChange, type AuditRefusal } from '../../../domain/audits/refuse-audit-change.ts'
import { useApp } from '../../context/app-context.tsx'
import { useScope } from '../../context/use-scope.ts'

/** Why this person may not write of an area now (null: of the audit as a whole); undefined when they may. */
export type RefuseArea = (area: string | null) => AuditRefusal | undefined

/** Asked of the same function as the server asks; undefined until the directory is read. */
export function useRefusals(audit: Audit | undefined, unit: string): RefuseArea | undefined {
  const app = useApp()
  const scope = useScope()
  const state = audit?.state
  // Maps are new at every folding; what counts in them is who is in the team.
  const team = audit && [...audit.team.keys()].sort().join(' ')
  return useMemo(() => {
    if (!scope || !audit) return undefined
    const ownWork = scope.ownWorkAt(unit)
    const given = {
      audit,
      person: app.person.id,
      mayDo: (action: Parameters<typeof scope.mayDo>[0]) => scope.mayDo(action, unit),
      ownWork,
      // What is asked here names nobody.
      ownWorkOf: () => [],
      planned: () => undefined,
    }
    return area =>
      area === null
        ? refuseAuditChange(auditFields.finding('1-1', 'nature'), '', given)
        : refuseAuditChange(auditFields.verdict(checkKey('any', area)), 'conform', given)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- of the audit only state and team are asked
  }, [scope, app.person.id, unit, state, team])
}
