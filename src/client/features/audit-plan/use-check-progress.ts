import { useMemo } from 'react'
import type { Audit } from '../../../domain/audits/audit.ts'
import { gapOf, listPlannedChecks } from '../../../domain/audits/checklist.ts'
import { useChecklists } from './use-checklists.ts'

export interface Progress {
  readonly done: number
  readonly total: number
  readonly byArea: readonly { readonly area: string; readonly done: number; readonly total: number }[]
}

/** How many of the planned checks are finished; undefined where the checklist is not on this tablet. */
export function useCheckProgress(audit: Audit | undefined): Progress | undefined {
  const checklists = useChecklists()
  return useMemo(() => {
    const checklist = audit && checklists?.find(audit.checklist)
    if (!checklist) return undefined
    const planned = listPlannedChecks(checklist.items, audit.timetable)
    const isDone = ({ key }: { readonly key: string }) => gapOf(audit.checks.get(key)) === undefined
    return {
      done: planned.filter(isDone).length,
      total: planned.length,
      byArea: [...Map.groupBy(planned, ({ area }) => area)].map(([area, own]) => ({
        area,
        done: own.filter(isDone).length,
        total: own.length,
      })),
    }
  }, [audit, checklists])
}
