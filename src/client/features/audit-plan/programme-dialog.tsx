import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areas } from '../../../domain/audits/area.ts'
import type { YearRow } from '../../../domain/audits/audit-year.ts'
import { clausesForArea } from '../../../domain/audits/checklist.ts'
import type { Standard } from '../../../domain/audits/clause.ts'
import { useApp } from '../../context/app-context.tsx'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './audit-plan.module.css'
import { ClauseChoice } from './clause-choice.tsx'
import type { Checklists } from './use-checklists.ts'
import { useAuditorOptions } from './use-auditor-options.ts'

interface Props {
  readonly unit: string
  readonly year: number
  readonly standard: Standard
  /** Areas that the programme has already. */
  readonly taken: ReadonlySet<string>
  readonly checklists: Checklists
  /** Undefined for new lines, as many as areas are chosen. */
  readonly row: YearRow | undefined
  readonly onKeep: (rows: readonly YearRow[]) => void
  readonly onRemove: (id: string) => void
  readonly onClose: () => void
}

const months = Array.from({ length: 12 }, (_, at) => String(at + 1))

/** Areas, month and auditors of the programme. Clauses begin with what the checklist asks in the area. */
export function ProgrammeDialog(props: Props) {
  const { unit, year, standard, taken, checklists, row, onKeep, onRemove, onClose } = props
  const app = useApp()
  const { t } = useTranslation(['auditPlan', 'common'])
  const text = useLocalText()
  const [chosen, setChosen] = useState<readonly string[]>(row ? [row.area] : [])
  const [month, setMonth] = useState<string | null>(row ? String(row.month) : null)
  const [clauses, setClauses] = useState(row?.clauses ?? [])
  const [auditors, setAuditors] = useState(row?.auditors ?? [])
  const [isAsked, setAsked] = useState(false)
  const day = `${year}-${(month ?? '1').padStart(2, '0')}-01`
  const candidates = useAuditorOptions({ unit, day, areas: chosen, chosen: auditors })
  const items = checklists.list.findLast(one => one.standard === standard)?.items ?? []

  const missing = [
    chosen.length === 0 && t('programme.areas'),
    month === null && t('programme.month'),
  ].filter(Boolean)

  function keep(): void {
    setAsked(true)
    if (chosen.length === 0 || month === null) return
    const common = { month: Number(month), auditors }
    if (row) onKeep([{ id: row.id, area: row.area, clauses, ...common }])
    else
      onKeep(chosen.map(area => ({ id: app.newId(), area, clauses: clausesForArea(items, area), ...common })))
  }

  return (
    <Dialog
      open
      mustAnswer
      width="wide"
      onClose={onClose}
      title={t(row ? 'programme.edit' : 'programme.add')}
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
        {row ? (
          <p className={styles.strong}>{text(areas.find(({ id }) => id === row.area)?.label ?? {})}</p>
        ) : (
          <ChoiceList
            kind="many"
            columns={2}
            label={t('programme.areas')}
            hint={t('programme.areasHint')}
            required
            error={isAsked && chosen.length === 0 ? t('timetable.needed') : undefined}
            options={areas.map(({ id, label }) => ({
              value: id,
              label: text(label),
              hint: taken.has(id) ? t('programme.areaTaken') : undefined,
            }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
        <Select
          label={t('programme.month')}
          required
          error={isAsked && month === null ? t('timetable.needed') : undefined}
          options={months.map(value => ({ value, label: t('programme.monthName', { month: value, year }) }))}
          value={month}
          onChange={setMonth}
        />
        {row && <ClauseChoice standard={standard} value={clauses} onChange={setClauses} />}
        {candidates.length > 0 && (
          <ChoiceList
            kind="many"
            label={t('programme.auditors')}
            hint={t('team.candidatesHint')}
            options={candidates}
            value={auditors}
            onChange={setAuditors}
          />
        )}
      </div>
    </Dialog>
  )
}
