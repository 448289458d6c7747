import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { YearRow } from '../../../domain/audits/audit-year.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'
import styles from './audit-plan.module.css'
import { AuditStateMark } from './audit-state-mark.tsx'
import { FromProgrammeDialog } from './from-programme-dialog.tsx'
import { useAreaName } from './use-area-name.ts'
import { useAuditList } from './use-audit-list.ts'
import { useAuditWords } from './use-audit-words.ts'
import type { Checklists } from './use-checklists.ts'

interface Props {
  readonly unit: Unit
  readonly year: number
  readonly month: number
  readonly rows: readonly YearRow[]
  readonly isOpen: boolean
  readonly checklists: Checklists
  readonly onEdit: (row: YearRow) => void
}

/** What the programme wants in one month, the audits there are for it, and the way to one of what they leave out. */
export function ProgrammeMonth({ unit, year, month, rows, isOpen, checklists, onEdit }: Props) {
  const { t } = useTranslation('auditPlan')
  const areaName = useAreaName()
  const nameOf = usePersonName()
  const words = useAuditWords()
  const list = useAuditList()
  const [isMaking, setMaking] = useState(false)
  const start = `${year}-${String(month).padStart(2, '0')}`
  const audits =
    list?.audits.filter(
      ({ name, audit }) =>
        name.unit === unit.id && audit.state !== 'cancelled' && audit.from?.startsWith(start) === true,
    ) ?? []
  const planned = new Set(audits.flatMap(({ audit }) => audit.timetable.map(({ area }) => area)))
  const left = rows.filter(({ area }) => !planned.has(area))
  const title = t('programme.monthName', { month, year })
  return (
    <Card
      title={title}
      flush
      actions={
        isOpen &&
        left.length > 0 && (
          <Button icon="plus" onClick={() => setMaking(true)}>
            {t('programme.makeAudit')}
          </Button>
        )
      }
    >
      <RowList label={title}>
        {audits.map(({ thing, name, audit }) => (
          <ListRow
            key={thing}
            icon="shieldCheck"
            to={`/audits/${encodeURIComponent(thing)}`}
            title={words.number(name)}
            meta={words.days(audit)}
            state={<AuditStateMark state={audit.state} />}
          />
        ))}
        {rows.map(row => {
          const meta = (
            <>
              <span className={styles.block}>
                {row.auditors.map(nameOf).join(', ') || t('programme.nobody')}
              </span>
              <span className={styles.block}>
                {row.clauses.length === 0
                  ? t('programme.noClauses')
                  : t('programme.clauseList', { clauses: row.clauses.join(', ') })}
              </span>
            </>
          )
          return isOpen ? (
            <ListRow key={row.id} title={areaName(row.area)} meta={meta} onSelect={() => onEdit(row)} />
          ) : (
            <li key={row.id} className={styles.line}>
              <span className={styles.strong}>{areaName(row.area)}</span>
              <span className={styles.soft}>{meta}</span>
            </li>
          )
        })}
      </RowList>
      {isMaking && (
        <FromProgrammeDialog
          {...{ unit, year, month, checklists }}
          rows={left}
          onClose={() => setMaking(false)}
        />
      )}
    </Card>
  )
}
