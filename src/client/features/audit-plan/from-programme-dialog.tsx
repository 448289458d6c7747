import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { auditFromProgramme } from '../../../domain/audits/audit-from-programme.ts'
import type { YearRow } from '../../../domain/audits/audit-year.ts'
import { clausesForArea } from '../../../domain/audits/checklist.ts'
import { ownWorkAt } from '../../../domain/people/own-work.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/stack.tsx'
import type { Checklists } from './use-checklists.ts'
import { useBeginAudit } from './use-begin-audit.ts'

interface Props {
  readonly unit: Unit
  readonly year: number
  readonly month: number
  readonly rows: readonly YearRow[]
  readonly checklists: Checklists
  readonly onClose: () => void
}

/** Makes an audit of a month's lines: team and timetable come with it, the day is asked for. */
export function FromProgrammeDialog({ unit, year, month, rows, checklists, onClose }: Props) {
  const app = useApp()
  const directory = useDirectory()
  const { t } = useTranslation(['auditPlan', 'common'])
  const navigate = useNavigate()
  const begin = useBeginAudit()
  const [first] = useState(() => `${year}-${String(month).padStart(2, '0')}-01`)
  const [day, setDay] = useState<string | null>(
    app.today().slice(0, 7) === first.slice(0, 7) ? app.today() : first,
  )
  const [isAsked, setAsked] = useState(false)

  async function make(): Promise<void> {
    setAsked(true)
    if (day === null || !directory) return
    const items = checklists.list.at(-1)?.items ?? []
    const { team, timetable } = auditFromProgramme({
      rows: rows.map(row =>
        row.clauses.length > 0 ? row : { ...row, clauses: clausesForArea(items, row.area) },
      ),
      day,
      lead: app.person.id,
      ownWorkOf: person => ownWorkAt(directory.assignmentsOf(person), unit.id, day),
      newId: app.newId,
    })
    const thing = await begin.start({ unit: unit.id, year, team, timetable, day })
    if (thing !== undefined) void navigate(`/audits/${encodeURIComponent(thing)}/plan`)
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('programme.makeAudit')}
      actions={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button look="primary" busy={begin.isBusy} onClick={() => void make()}>
            {t('new.start')}
          </Button>
        </>
      }
    >
      <Stack>
        {begin.problem && (
          <Banner tone="danger" announce>
            {begin.problem}
          </Banner>
        )}
        <p>{t('programme.makeHint', { count: rows.length })}</p>
        <DateField
          label={t('dates.from')}
          required
          error={isAsked && day === null ? t('timetable.needed') : undefined}
          value={day}
          onChange={setDay}
        />
      </Stack>
    </Dialog>
  )
}
