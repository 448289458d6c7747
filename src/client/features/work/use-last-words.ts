import { useMemo } from 'react'
import {
  formatAuditNumber,
  formatFindingNumber,
  parseAuditThing,
  parseFindingThing,
} from '../../../domain/audits/audit-number.ts'
import { findingType } from '../../../domain/audits/finding-fields.ts'
import { listLastWords, type LastWord } from '../../../domain/audits/list-last-words.ts'
import { reportType } from '../../../domain/audits/report-fields.ts'
import { useApp } from '../../context/app-context.tsx'
import { toListed } from '../../context/use-audit.ts'
import { useRowsOfTypes } from '../../context/use-rows-of-types.ts'
import { useScope } from '../../context/use-scope.ts'

const newMs = 14 * 86_400_000
const most = 5

interface Said extends LastWord {
  /** Where it is answered. */
  readonly to: string
  readonly unit: string
  readonly number: string
}

/** What others said last in these two weeks about findings and reports that this person may answer; undefined until read. */
export function useLastWords(): readonly Said[] | undefined {
  const app = useApp()
  const scope = useScope()
  const rows = useRowsOfTypes([findingType, reportType], 'comments/')
  const { id: person } = app.person
  const today = app.today()
  return useMemo(
    () =>
      rows &&
      listLastWords(toListed(rows), { person, since: Date.parse(today) - newMs })
        .flatMap(word => {
          const place = placeOf(word.thing)
          return place && scope?.mayDo('finding.comment', place.unit) === true ? [{ ...word, ...place }] : []
        })
        .slice(0, most),
    [rows, scope, person, today],
  )
}

function placeOf(thing: string): Pick<Said, 'to' | 'unit' | 'number'> | undefined {
  const address = encodeURIComponent(thing)
  const finding = parseFindingThing(thing)
  if (finding) return { to: `/findings/${address}`, unit: finding.unit, number: formatFindingNumber(finding) }
  const report = parseAuditThing(thing)
  return report && { to: `/reports/${address}`, unit: report.unit, number: formatAuditNumber(report) }
}
