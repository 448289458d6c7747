import { useMemo } from 'react'
import { formatAuditNumber, parseAuditThing } from '../../../domain/audits/audit-number.ts'
import { reportFields, reportType } from '../../../domain/audits/report-fields.ts'
import { readReportHead, readReportMove } from '../../../domain/audits/report.ts'
import { byOrder } from '../../../domain/audits/stored-field.ts'
import { useApp } from '../../context/app-context.tsx'
import { toListed } from '../../context/use-audit.ts'
import { useWatched } from '../../context/use-watched.ts'

interface ReturnedReport {
  readonly thing: string
  readonly unit: string
  /** `06010/2017/4-1` */
  readonly number: string
  readonly reason: string | undefined
}

/** Reports that a reviewer returned to this person, who signed them as the lead auditor; undefined until read. */
export function useReturnedReports(): readonly ReturnedReport[] | undefined {
  const app = useApp()
  const { id } = app.person
  const heads = useWatched(() => app.watchFields(reportType, reportFields.head), `${id} report heads`)
  const moves = useWatched(() => app.watchFields(reportType, reportFields.move('')), `${id} report moves`)
  return useMemo(() => {
    if (!heads || !moves) return undefined
    const movesByThing = Map.groupBy(toListed(moves), ({ thing }) => thing)
    return toListed(heads).flatMap(({ thing, value }) => {
      const name = parseAuditThing(thing)
      const last = (movesByThing.get(thing) ?? [])
        .flatMap(field => readReportMove('', field) ?? [])
        .sort(byOrder)
        .at(-1)
      if (!name || last?.to !== 'returned' || readReportHead(value)?.lead !== id) return []
      return [{ thing, unit: name.unit, number: formatAuditNumber(name), reason: last.reason }]
    })
  }, [heads, moves, id])
}
