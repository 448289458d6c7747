import { useEffect, useMemo, useState } from 'react'
import { findingThing, parseAuditThing } from '../../../domain/audits/audit-number.ts'
import { readFinding, type Finding } from '../../../domain/audits/finding.ts'
import { readReport, type Report } from '../../../domain/audits/report.ts'
import { feedId } from '../../../domain/people/feed.ts'
import { useApp } from '../../context/app-context.tsx'
import { toStored } from '../../context/use-audit.ts'
import { useWatched } from '../../context/use-watched.ts'
import { hashOfText } from '../../photos/sha256.ts'

export interface ReportPage {
  readonly thing: string
  readonly unit: string
  readonly feed: string
  readonly report: Report
  /** The issued findings, by the number that the report gives them. */
  readonly findings: ReadonlyMap<string, { readonly thing: string; readonly finding: Finding }>
  /** Whether what is stored is what was signed; undefined while it is computed. */
  readonly isAsSigned: boolean | undefined
  /** Something of it waits on this tablet to be sent. */
  readonly isPending: boolean
}

/** A signed report with its findings; null when it is not on this tablet, undefined until read. */
export function useReportPage(thing: string): ReportPage | null | undefined {
  const app = useApp()
  const name = parseAuditThing(thing)
  const feed = name ? feedId(name.unit, 'unit') : ''
  const rows = useWatched(() => app.watchFeed(feed), `${app.person.id} feed ${feed}`)
  const found = useMemo(() => {
    if (!rows || !name) return undefined
    const byThing = Map.groupBy(rows, row => row.thing)
    const own = byThing.get(thing)
    if (!own) return null
    const report = readReport(toStored(own))
    const findings = new Map(
      report.content?.findings.map(({ number }) => {
        const issued = findingThing({ ...name, finding: number.split('/').at(-1) ?? '' })
        return [number, { thing: issued, finding: readFinding(toStored(byThing.get(issued) ?? [])) }]
      }),
    )
    const isPending = own.some(({ pending }) => pending !== null)
    return { thing, unit: name.unit, feed, report, findings, isPending }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the name and feed are the thing's
  }, [rows, thing])
  const text = found?.report.text ?? ''
  const [hashed, setHashed] = useState<{ readonly text: string; readonly hash: string }>()
  useEffect(() => {
    let isCurrent = true
    if (text !== '')
      void hashOfText(text).then(hash => {
        if (isCurrent) setHashed({ text, hash })
      })
    return () => {
      isCurrent = false
    }
  }, [text])
  if (!name) return null
  if (!found) return found
  const isAsSigned = hashed?.text === text ? hashed.hash === found.report.head?.hash : undefined
  return { ...found, isAsSigned }
}
