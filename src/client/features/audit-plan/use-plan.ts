import { useMemo } from 'react'
import { auditType } from '../../../domain/audits/audit-fields.ts'
import { isOfPlan } from '../../../domain/audits/audit-topic.ts'
import { parseAuditThing, type AuditName } from '../../../domain/audits/audit-number.ts'
import type { Audit } from '../../../domain/audits/audit.ts'
import type { AuditGiven } from '../../../domain/audits/refuse-audit-change.ts'
import { ownWorkAt, type OwnWork } from '../../../domain/people/own-work.ts'
import { feedId } from '../../../domain/people/feed.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import { listConflicts, type ConflictView } from '../../context/list-conflicts.ts'
import { useApp } from '../../context/app-context.tsx'
import { useAudit } from '../../context/use-audit.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useScope } from '../../context/use-scope.ts'
import { useAutosave, type Fields } from './use-autosave.ts'

/** One audit with all that its plan's page and its overview ask. */
export interface Plan {
  readonly thing: string
  readonly name: AuditName
  readonly unit: Unit
  readonly audit: Audit
  readonly fields: Fields
  /** Where two people planned differently; what is of the fieldwork stands there. */
  readonly conflicts: readonly ConflictView[]
  readonly mayPlan: boolean
  /** What the table of moves is asked with, of this person. */
  readonly given: AuditGiven
  /** The own work in the commune of anybody, on a day or on the first one of the audit. */
  readonly ownWorkOf: (person: string, day?: string) => OwnWork
}

/** Undefined until read; null when this tablet does not have the audit. */
export function usePlan(thing: string): Plan | null | undefined {
  const app = useApp()
  const scope = useScope()
  const directory = useDirectory()
  const found = useAudit(thing)
  const name = useMemo(() => parseAuditThing(thing), [thing])
  const unitId = name?.unit ?? ''
  const fields = useAutosave({ feed: feedId(unitId, 'audit'), type: auditType, thing }, found?.rows)
  const conflicts = useMemo(
    () =>
      listConflicts(new Map(found?.rows.map(row => [row.field, row]))).filter(({ field }) => isOfPlan(field)),
    [found],
  )
  if (!name) return null
  if (!found || !scope || !directory) return undefined
  const unit = directory.tree.get(unitId)
  if (!unit || found.rows.length === 0) return null
  const { audit } = found
  const ownWorkOf = (person: string, day = audit.from ?? app.today()): OwnWork =>
    ownWorkAt(directory.assignmentsOf(person), unitId, day)
  return {
    thing,
    name,
    unit,
    audit,
    fields,
    conflicts,
    mayPlan: scope.mayDo('audit.plan', unitId),
    given: {
      audit,
      person: app.person.id,
      mayDo: action => scope.mayDo(action, unitId),
      ownWork: scope.ownWorkAt(unitId),
      ownWorkOf,
      planned: () => undefined,
    },
    ownWorkOf,
  }
}
