import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areas } from '../../../domain/audits/area.ts'
import { leadOf } from '../../../domain/audits/audit.ts'
import { clausesForArea, type ChecklistItem } from '../../../domain/audits/checklist.ts'
import type { TimetableRow } from '../../../domain/audits/timetable-row.ts'
import { isOwnWork } from '../../../domain/people/own-work.ts'
import { useApp } from '../../context/app-context.tsx'
import { usePersonName } from '../../context/use-person-name.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import styles from './audit-plan.module.css'
import { ClauseChoice } from './clause-choice.tsx'
import type { Plan } from './use-plan.ts'

interface Props {
  readonly plan: Plan
  readonly items: readonly ChecklistItem[]
  /** Undefined for a new line. */
  readonly row: TimetableRow | undefined
  readonly onKeep: (row: TimetableRow) => void
  readonly onRemove: (id: string) => void
  readonly onClose: () => void
}

/** One line of the timetable; it is stored whole, so it is kept when it is whole. */
export function TimetableDialog({ plan, items, row, onKeep, onRemove, onClose }: Props) {
  const app = useApp()
  const { t } = useTranslation(['auditPlan', 'common'])
  const text = useLocalText()
  const nameOf = usePersonName()
  const { audit, ownWorkOf } = plan
  const [area, setArea] = useState(row?.area ?? null)
  const [auditor, setAuditor] = useState(row?.auditor ?? null)
  const [clauses, setClauses] = useState(row?.clauses ?? [])
  const [day, setDay] = useState<string | null>(row?.day ?? audit.from ?? null)
  const [start, setStart] = useState<string | null>(row?.start ?? '08:30')
  const [end, setEnd] = useState<string | null>(row?.end ?? '09:30')
  const [host, setHost] = useState(row?.host ?? '')
  const [note, setNote] = useState(row?.note ?? '')
  const [isAsked, setAsked] = useState(false)

  const isOwn = (person: string) => area !== null && isOwnWork(ownWorkOf(person), area)
  const needed = (value: string | null) => (isAsked && value === null ? t('timetable.needed') : undefined)
  const isReversed = start !== null && end !== null && end <= start
  const isOutside =
    day !== null &&
    ((audit.from !== undefined && day < audit.from) || (audit.to !== undefined && day > audit.to))

  function choose(next: string | null): void {
    setArea(next)
    // Clauses that nobody has chosen by hand follow the area.
    const usual = area === null ? [] : clausesForArea(items, area)
    if (next !== null && (clauses.length === 0 || clauses.join() === usual.join()))
      setClauses(clausesForArea(items, next))
    if (auditor !== null && next !== null && isOwnWork(ownWorkOf(auditor), next)) setAuditor(null)
  }

  const missing = [
    area === null && t('timetable.area'),
    auditor === null && t('timetable.auditor'),
    day === null && t('timetable.day'),
    start === null && t('timetable.start'),
    (end === null || isReversed) && t('timetable.end'),
  ].filter(Boolean)

  function keep(): void {
    setAsked(true)
    if (area === null || auditor === null || day === null || start === null || end === null) return
    if (isReversed || isOwn(auditor)) return
    onKeep({ id: row?.id ?? app.newId(), area, clauses, auditor, host, day, start, end, note })
  }

  const lead = leadOf(audit)
  return (
    <Dialog
      open
      mustAnswer
      width="wide"
      onClose={onClose}
      title={t(row ? 'timetable.editTitle' : 'timetable.add')}
      problem={isAsked && missing.length > 0 && t('timetable.notKept', { fields: missing.join(', ') })}
      actions={
        <>
          {row && (
            <Button look="quiet" icon="trash" onClick={() => onRemove(row.id)}>
              {t('timetable.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button look="primary" onClick={keep}>
            {t('timetable.keep')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <Select
          label={t('timetable.area')}
          required
          error={needed(area)}
          options={areas.map(({ id, label }) => ({ value: id, label: text(label) }))}
          value={area}
          onChange={choose}
        />
        {audit.team.size === 0 ? (
          <p className={styles.soft}>{t('timetable.noTeam')}</p>
        ) : (
          <ChoiceList
            kind="one"
            label={t('timetable.auditor')}
            required
            error={needed(auditor)}
            options={[...audit.team.keys()].map(person => ({
              value: person,
              label: nameOf(person),
              hint: isOwn(person) ? t('timetable.ownWork') : person === lead ? t('team.lead') : undefined,
              disabled: isOwn(person),
            }))}
            value={auditor}
            onChange={setAuditor}
          />
        )}
        <div className={styles.triple}>
          <DateField
            label={t('timetable.day')}
            required
            error={isOutside ? t('gap.outOfDates') : needed(day)}
            min={audit.from}
            max={audit.to}
            value={day}
            onChange={setDay}
          />
          <TimeField
            label={t('timetable.start')}
            required
            error={needed(start)}
            value={start}
            onChange={setStart}
          />
          <TimeField
            label={t('timetable.end')}
            required
            error={isReversed ? t('timetable.reversed') : needed(end)}
            value={end}
            onChange={setEnd}
          />
        </div>
        <ClauseChoice standard={audit.standard} value={clauses} onChange={setClauses} />
        <TextField
          label={t('timetable.host')}
          hint={t('timetable.hostHint')}
          value={host}
          onChange={setHost}
        />
        <TextField label={t('timetable.note')} value={note} onChange={setNote} />
      </div>
    </Dialog>
  )
}
