import { useMemo } from 'react'
import { parseAuditThing } from '../../../domain/audits/audit-number.ts'
import { auditYearType, parseAuditYearThing, readAuditYear } from '../../../domain/audits/audit-year.ts'
import type { Standard } from '../../../domain/audits/clause.ts'
import { auditFacts, programmeFacts, type CoverFact } from '../../../domain/audits/cover-fact.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import { useApp } from '../../context/app-context.tsx'
import { toStored, useAudits } from '../../context/use-audit.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useScope } from '../../context/use-scope.ts'
import { useWatched } from '../../context/use-watched.ts'
import { useChecklists, type Checklists } from './use-checklists.ts'

export interface Programme {
  readonly communes: readonly Unit[]
  readonly districtOf: (unit: string) => Unit | undefined
  readonly factsOf: (unit: string) => readonly CoverFact[]
  readonly checklists: Checklists
}

/** What was and will be audited in the communes in scope, clauses in one edition; undefined until read. */
export function useProgramme(standard: Standard): Programme | undefined {
  const app = useApp()
  const scope = useScope()
  const directory = useDirectory()
  const audits = useAudits()
  const checklists = useChecklists()
  const rows = useWatched(() => app.watchFields(auditYearType, ''), `${app.person.id} auditYears`)
  return useMemo(() => {
    if (!scope || !directory || !audits || !checklists || !rows) return undefined
    const { tree } = directory
    const facts = [
      ...[...Map.groupBy(rows, row => row.thing)].flatMap(([thing, own]) => {
        const name = parseAuditYearThing(thing)
        return name ? programmeFacts(name.unit, name.year, readAuditYear(toStored(own)), standard) : []
      }),
      ...[...audits].flatMap(([thing, audit]) => {
        const name = parseAuditThing(thing)
        return name ? auditFacts(name.unit, audit, checklists.clausesOf, standard) : []
      }),
    ]
    const byUnit = Map.groupBy(facts, fact => fact.unit)
    return {
      communes: scope.communesWhere('audit.read'),
      districtOf: unit => tree.ancestors(unit).find(({ kind }) => kind === 'district'),
      factsOf: unit => byUnit.get(unit) ?? [],
      checklists,
    }
  }, [scope, directory, audits, checklists, rows, standard])
}
