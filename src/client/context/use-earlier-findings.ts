import { useMemo } from 'react'
import { parseFindingThing } from '../../domain/audits/audit-number.ts'
import { findingFields, findingType } from '../../domain/audits/finding-fields.ts'
import { readRequest } from '../../domain/audits/finding-request.ts'
import type { EarlierFinding } from '../../domain/audits/find-repeats.ts'
import { useApp } from './app-context.tsx'
import { useWatched } from './use-watched.ts'

/** Findings issued to communes by signed reports, as far as this tablet has them; undefined until read. */
export function useEarlierFindings(): readonly EarlierFinding[] | undefined {
  const app = useApp()
  const rows = useWatched(
    () => app.watchFields(findingType, findingFields.request),
    `${app.person.id} finding requests`,
  )
  return useMemo(
    () =>
      rows?.flatMap(({ thing, value }): readonly EarlierFinding[] => {
        const name = parseFindingThing(thing)
        const request = readRequest(value)
        if (!name || !request) return []
        const { audit, grade, clauses, otherClauses, raisedOn } = request
        return [{ thing, unit: name.unit, audit, grade, clauses, otherClauses, raisedOn }]
      }),
    [rows],
  )
}
