import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Audit } from '../../../domain/audits/audit.ts'
import { formatAuditNumber, parseAuditThing } from '../../../domain/audits/audit-number.ts'
import { listChecklistItems, listPlannedChecks, type PlannedCheck } from '../../../domain/audits/checklist.ts'
import { feedId } from '../../../domain/people/feed.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useForm } from '../../context/use-forms.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { FieldworkContext, useFieldworkRevision, type OpenFieldwork } from './fieldwork-context.tsx'
import { listInterviewees } from './list-interviewees.ts'
import { useFieldwork } from './use-fieldwork.ts'
import { useRefusals } from './use-refusals.ts'

/** An audit with its checklist, as it was a moment ago; each card has its own newest state. */
export interface OpenAudit extends OpenFieldwork {
  readonly audit: Audit
  /** The same array as long as the plan asks for the same. */
  readonly planned: readonly PlannedCheck[]
  readonly unitName: string
  /** `Xã Cao Minh · Cuộc 06010/2017/4-1` */
  readonly subtitle: string
}

interface Props {
  readonly title: (t: ReturnType<typeof useTranslation<'auditWork'>>['t']) => string
  readonly children: (open: OpenAudit) => ReactNode
}

/** Opens the audit of the address, or says why it cannot be opened. */
export function AuditGate({ title, children }: Props) {
  const { thing = '' } = useParams()
  const { t } = useTranslation('auditWork')
  const { t: auditWords, ready } = useTranslation(['audits', 'auditWork', 'responses'])
  const name = useMemo(() => parseAuditThing(thing), [thing])
  const fieldwork = useFieldwork(thing)
  const revision = useFieldworkRevision(fieldwork)
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the revision stands for what the fieldwork holds
  const audit = useMemo(() => fieldwork?.audit(), [fieldwork, revision])
  const directory = useDirectory()
  const refuse = useRefusals(audit, name?.unit ?? '')
  const form = useForm(audit?.checklist)
  const items = useMemo(() => (form ? listChecklistItems(form.form) : []), [form])
  const timetable = audit && JSON.stringify(audit.timetable)
  const planned = useMemo(
    () => (audit ? listPlannedChecks(items, audit.timetable) : []),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the plan as text: it is read anew with every change
    [items, timetable],
  )
  const open = useMemo<OpenFieldwork | undefined>(
    () =>
      fieldwork && name && refuse
        ? {
            fieldwork,
            thing,
            name,
            feed: feedId(name.unit, 'audit'),
            items: new Map(items.map(item => [item.id, item])),
            interviewees: form ? listInterviewees(form.form) : new Map(),
            refuse,
          }
        : undefined,
    [fieldwork, thing, name, items, form, refuse],
  )
  if (!ready || fieldwork === undefined) return <Spinner />
  const back = { to: '/audits', label: auditWords('audits:title') }
  if (fieldwork === null || !name) {
    return (
      <>
        <PageHeader title={title(t)} back={back} />
        <EmptyState icon="clipboard" title={auditWords('audits:notFound')} />
      </>
    )
  }
  if (!audit || !open || !directory || (audit.checklist && form === undefined)) return <Spinner />
  const unitName = directory.tree.get(name.unit)?.fullName ?? name.unit
  const number = formatAuditNumber(name)
  const header = {
    title: title(t),
    subtitle: `${unitName} · ${auditWords('audits:number', { number })}`,
    back: { to: `/audits/${encodeURIComponent(thing)}`, label: t('toAudit') },
  }
  if (!form) {
    return (
      <>
        <PageHeader {...header} />
        <EmptyState icon="clipboard" title={t(audit.checklist ? 'checklistMissing' : 'checklistNotChosen')} />
      </>
    )
  }
  return (
    <FieldworkContext value={open}>
      {children({ ...open, audit, planned, unitName, subtitle: header.subtitle })}
    </FieldworkContext>
  )
}
