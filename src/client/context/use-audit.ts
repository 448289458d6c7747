import { useMemo } from 'react'
import { auditType } from '../../domain/audits/audit-fields.ts'
import { readAudit, type Audit } from '../../domain/audits/audit.ts'
import type { StoredField } from '../../domain/audits/stored-field.ts'
import { readFinding, type Finding } from '../../domain/audits/finding.ts'
import type { ListedField } from '../../domain/audits/list-findings.ts'
import { readReport, type Report } from '../../domain/audits/report.ts'
import { msOfHlc } from '../../sync/protocol/hlc.ts'
import { pendingSeq, type Row } from '../../sync/replica/row.ts'
import { useApp } from './app-context.tsx'
import { useWatched } from './use-watched.ts'

/**
 * Rows as the domain folds them: what the server does not have yet comes last. The time is that of recording, also of
 * what reached the server days later.
 */
export const toStored = (rows: readonly Row[]): readonly StoredField[] =>
  rows.map(({ field, value, author, hlc, seq }) => ({
    field,
    value,
    author,
    at: msOfHlc(hlc),
    order: seq === pendingSeq ? Infinity : seq,
  }))

/** As `toStored`, with the thing each field is of. */
export const toListed = (rows: readonly Row[]): readonly ListedField[] =>
  rows.map(({ thing, field, value, author, at, seq }) => ({
    thing,
    field,
    value,
    author,
    at,
    order: seq === pendingSeq ? Infinity : seq,
  }))

/** One audit as this tablet knows it, and its rows; undefined until read, without rows when it is not here. */
export function useAudit(
  thing: string,
): { readonly audit: Audit; readonly rows: readonly Row[] } | undefined {
  const rows = useThingRows(thing)
  return useMemo(() => rows && { audit: readAudit(toStored(rows)), rows }, [rows])
}

/** One issued finding. */
export function useFinding(
  thing: string,
): { readonly finding: Finding; readonly rows: readonly Row[] } | undefined {
  const rows = useThingRows(thing)
  return useMemo(() => rows && { finding: readFinding(toStored(rows)), rows }, [rows])
}

/** One signed report. */
export function useReport(
  thing: string,
): { readonly report: Report; readonly rows: readonly Row[] } | undefined {
  const rows = useThingRows(thing)
  return useMemo(() => rows && { report: readReport(toStored(rows)), rows }, [rows])
}

function useThingRows(thing: string): readonly Row[] | undefined {
  const app = useApp()
  return useWatched(() => app.watchThing(thing), `${app.person.id} ${thing}`)
}

/** Every audit on this tablet, by thing, with what a list shows: plan, team, state, draft findings' grades. */
export function useAudits(): ReadonlyMap<string, Audit> | undefined {
  const app = useApp()
  const rows = useWatched(() => app.watchFields(auditType, ''), `${app.person.id} audits`)
  return useMemo(
    () =>
      rows &&
      new Map(
        [...Map.groupBy(rows, row => row.thing)].map(([thing, own]) => [thing, readAudit(toStored(own))]),
      ),
    [rows],
  )
}
