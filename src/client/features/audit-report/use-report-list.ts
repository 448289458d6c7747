import { useMemo } from 'react'
import { findingFields, findingType } from '../../../domain/audits/finding-fields.ts'
import { listReports, type ReportLine } from '../../../domain/audits/list-reports.ts'
import { reportFields, reportType } from '../../../domain/audits/report-fields.ts'
import { msOfHlc } from '../../../sync/protocol/hlc.ts'
import type { Row } from '../../../sync/replica/row.ts'
import { useApp } from '../../context/app-context.tsx'
import { toListed } from '../../context/use-audit.ts'
import { useFindingLines } from '../../context/use-finding-lines.ts'
import { useWatched } from '../../context/use-watched.ts'

/** Every signed report on this tablet; undefined until read. Their contents are not read: they are long. */
export function useReportList(): readonly ReportLine[] | undefined {
  const app = useApp()
  const key = app.person.id
  const watch = (type: string, prefix: string) => app.watchFields(type, prefix)
  const heads = useWatched(() => watch(reportType, reportFields.head), `${key} report heads`)
  const moves = useWatched(() => watch(reportType, reportFields.move('')), `${key} report moves`)
  const received = useWatched(
    () => watch(reportType, reportFields.signature('auditee')),
    `${key} report received`,
  )
  const agreements = useWatched(() => watch(findingType, findingFields.agreement('')), `${key} agreements`)
  const findings = useFindingLines()
  return useMemo(
    () =>
      heads && moves && received && agreements && findings
        ? listReports({
            heads: toSigned(heads),
            moves: toListed(moves),
            received: toListed(received),
            agreements: toListed(agreements),
            findings,
          })
        : undefined,
    [heads, moves, received, agreements, findings],
  )
}

/** The time of signing is that of recording, also of what reached the server days later. */
const toSigned = (rows: readonly Row[]) =>
  toListed(rows).map((field, at) => ({ ...field, at: msOfHlc(rows[at]?.hlc ?? 0) }))
