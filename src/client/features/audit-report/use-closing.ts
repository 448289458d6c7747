import { useMemo } from 'react'
import { parseAuditThing, reportThing } from '../../../domain/audits/audit-number.ts'
import { isOfClosing } from '../../../domain/audits/audit-topic.ts'
import { leadOf, type Audit } from '../../../domain/audits/audit.ts'
import { listChecklistItems, listPlannedChecks, type PlannedCheck } from '../../../domain/audits/checklist.ts'
import { findingFields, findingType } from '../../../domain/audits/finding-fields.ts'
import { readRequest } from '../../../domain/audits/finding-request.ts'
import type { EarlierFinding } from '../../../domain/audits/find-repeats.ts'
import {
  signingGaps,
  summariseAudit,
  type AuditSummary,
  type SigningGaps,
} from '../../../domain/audits/summarise-audit.ts'
import type { Settings } from '../../../domain/qms/settings.ts'
import { parseFeedId } from '../../../domain/people/feed.ts'
import { useApp } from '../../context/app-context.tsx'
import { listConflicts, type ConflictView } from '../../context/list-conflicts.ts'
import { useAudit, useReport } from '../../context/use-audit.ts'
import { useForms } from '../../context/use-forms.ts'
import { useSettings } from '../../context/use-settings.ts'
import { useWatched } from '../../context/use-watched.ts'
import type { Report } from '../../../domain/audits/report.ts'

export interface Closing {
  readonly thing: string
  readonly unit: string
  readonly number: NonNullable<ReturnType<typeof parseAuditThing>>
  readonly audit: Audit
  readonly planned: readonly PlannedCheck[]
  readonly gaps: SigningGaps
  /** Where two people wrote the minutes differently. */
  readonly conflicts: readonly ConflictView[]
  readonly summary: AuditSummary
  readonly isLead: boolean
  /** The signed report, once it is. */
  readonly report: Report | undefined
  readonly reportThing: string
  readonly settings: Settings
  /** Findings issued in earlier audits of the commune. */
  readonly earlier: readonly EarlierFinding[]
}

/** What closing an audit needs; null when it is not on this tablet, undefined until read. */
export function useClosing(thing: string): Closing | null | undefined {
  const app = useApp()
  const name = parseAuditThing(thing)
  const found = useAudit(thing)
  const report = useReport(name ? reportThing(name) : '')
  const forms = useForms('all')
  const settings = useSettings()
  const issued = useWatched(
    () => app.watchFields(findingType, findingFields.request),
    `${app.person.id} issued findings`,
  )
  return useMemo(() => {
    if (!name) return null
    if (!found || !forms || !issued || !report || !settings) return undefined
    const { audit, rows } = found
    if (rows.length === 0) return null
    const form = audit.checklist && forms.find(audit.checklist)?.form
    const planned = form ? listPlannedChecks(listChecklistItems(form), audit.timetable) : []
    const checks = planned.flatMap(({ key, item, area }) => {
      const verdict = audit.checks.get(key)?.verdict?.value
      return verdict ? [{ clauses: item.clauses, area, verdict }] : []
    })
    const findings = [...audit.findings.values()].flatMap(({ grade, clauses, withdrawn }) =>
      grade && !withdrawn ? [{ grade, clauses }] : [],
    )
    return {
      thing,
      unit: name.unit,
      number: name,
      audit,
      planned,
      gaps: signingGaps(audit, planned),
      conflicts: listConflicts(new Map(rows.map(row => [row.field, row]))).filter(({ field }) =>
        isOfClosing(field),
      ),
      settings,
      summary: summariseAudit({ checks, findings }),
      isLead: leadOf(audit) === app.person.id,
      report: report.rows.length > 0 ? report.report : undefined,
      reportThing: reportThing(name),
      earlier: issued.flatMap(row => {
        const request = readRequest(row.value)
        const unit = parseFeedId(row.feed)?.unit
        return request && unit !== undefined ? [{ ...request, thing: row.thing, unit }] : []
      }),
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the name is the thing's
  }, [thing, found, report, forms, settings, issued, app.person.id])
}
