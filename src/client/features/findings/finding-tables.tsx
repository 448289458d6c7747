import { memo } from 'react'
import {
  findingFields,
  findingType,
  actionParts,
  type ActionPart,
} from '../../../domain/audits/finding-fields.ts'
import { needsAction } from '../../../domain/audits/grade.ts'
import type { FindingLine } from '../../../domain/audits/list-findings.ts'
import {
  actionColumns,
  findingColumns,
  type FindingRow,
} from '../../../domain/reports/tables/audit-tables.ts'
import { makeTable, type ReportTable, type TableNames } from '../../../domain/reports/tables/report-table.ts'
import { useApp } from '../../context/app-context.tsx'
import { firstOf } from '../../context/communes/first-of.ts'
import { TableDownload } from '../../context/tables/table-download.tsx'
import { useDistrictOf } from '../../context/tables/use-district-of.ts'
import { useDirectory } from '../../context/use-directory.ts'

/** Downloads the findings shown, and what is done about the nonconformities among them. */
export const FindingTables = memo(function FindingTables({
  lines,
}: {
  readonly lines: readonly FindingLine[]
}) {
  const app = useApp()
  const directory = useDirectory()
  const districtOf = useDistrictOf()

  async function make(names: TableNames): Promise<readonly ReportTable[]> {
    const parts = await firstOf(app.watchFields(findingType, actionPrefix))
    const byThing = Map.groupBy(parts, ({ thing }) => thing)
    const rows = lines.flatMap((line): readonly FindingRow[] => {
      const unit = directory?.tree.get(line.unit)
      if (!unit) return []
      const texts = (byThing.get(line.thing) ?? []).flatMap(({ field, value }) => {
        const part = actionParts.find(name => field === findingFields.part(name))
        return part && typeof value === 'string' ? [[part, value] as const] : []
      })
      const action: FindingRow['action'] = Object.fromEntries(texts)
      return [{ unit, district: districtOf(unit), line, action }]
    })
    const asked = rows.filter(({ line }) => needsAction(line.grade))
    return [
      makeTable('findings', findingColumns, rows, names),
      ...(asked.length > 0 ? [makeTable('actions', actionColumns, asked, names)] : []),
    ]
  }

  return <TableDownload rows={lines.length} make={make} />
})

const actionPrefix = findingFields.part('' as ActionPart)
