import { useMemo } from 'react'
import { parseAuditThing, type AuditName } from '../../../domain/audits/audit-number.ts'
import type { Audit } from '../../../domain/audits/audit.ts'
import type { AuditState } from '../../../domain/audits/audit-state.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import { useAudits } from '../../context/use-audit.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useScope } from '../../context/use-scope.ts'

export interface ListedAudit {
  readonly thing: string
  readonly name: AuditName
  readonly unit: Unit
  readonly audit: Audit
}

/** What is to be done stands before what is over. */
const order: readonly AuditState[] = ['underway', 'planned', 'draft', 'signed', 'cancelled']

/** The audits of the communes in scope, in the order of need; undefined until read. */
export function useAuditList():
  | {
      readonly audits: readonly ListedAudit[]
      readonly mayPlanSome: boolean
      readonly readsSome: boolean
    }
  | undefined {
  const audits = useAudits()
  const scope = useScope()
  const directory = useDirectory()
  return useMemo(() => {
    if (!audits || !scope || !directory) return undefined
    const listed = [...audits].flatMap(([thing, audit]): readonly ListedAudit[] => {
      const name = parseAuditThing(thing)
      const unit = name && directory.tree.get(name.unit)
      return unit && scope.mayDo('audit.read', unit.id) ? [{ thing, name, unit, audit }] : []
    })
    listed.sort(
      (a, b) =>
        order.indexOf(a.audit.state) - order.indexOf(b.audit.state) ||
        dayOf(a) - dayOf(b) ||
        (a.thing < b.thing ? -1 : 1),
    )
    return {
      audits: listed,
      mayPlanSome: scope.communesWhere('audit.plan').length > 0,
      readsSome: scope.communesWhere('audit.read').length > 0,
    }
  }, [audits, scope, directory])
}

/** What is open comes by its day, the nearest first; what is over with the latest first. */
const dayOf = ({ audit: { from, state } }: ListedAudit): number => {
  const day = Number((from ?? '9999-12-31').replaceAll('-', ''))
  return state === 'signed' || state === 'cancelled' ? -day : day
}
