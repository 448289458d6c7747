import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auditYearFields, type AuditYear, type YearRow } from '../../../domain/audits/audit-year.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProgrammeDialog } from './programme-dialog.tsx'
import { ProgrammeMonth } from './programme-month.tsx'
import type { Checklists } from './use-checklists.ts'
import type { Fields } from './use-autosave.ts'

interface Props {
  readonly unit: Unit
  readonly year: number
  readonly auditYear: AuditYear
  readonly fields: Fields
  readonly checklists: Checklists
  readonly isOpen: boolean
}

/** The lines of a year's programme, month by month. */
export function ProgrammeRows({ unit, year, auditYear, fields, checklists, isOpen }: Props) {
  const { t } = useTranslation('auditPlan')
  const [edited, setEdited] = useState<YearRow | 'new'>()
  const byMonth = [...Map.groupBy(auditYear.rows, row => row.month)]
  return (
    <>
      {byMonth.length === 0 && (
        <EmptyState
          icon="calendar"
          title={t('programme.noRows')}
          action={
            isOpen && (
              <Button look="primary" icon="plus" onClick={() => setEdited('new')}>
                {t('programme.add')}
              </Button>
            )
          }
        >
          {t('programme.noRowsHint')}
        </EmptyState>
      )}
      {byMonth.map(([month, rows]) => (
        <ProgrammeMonth key={month} {...{ unit, year, month, rows, isOpen, checklists }} onEdit={setEdited} />
      ))}
      {byMonth.length > 0 && isOpen && (
        <Card>
          <Button icon="plus" onClick={() => setEdited('new')}>
            {t('programme.add')}
          </Button>
        </Card>
      )}
      {edited && (
        <ProgrammeDialog
          unit={unit.id}
          year={year}
          standard={auditYear.standard}
          taken={new Set(auditYear.rows.map(({ area }) => area))}
          checklists={checklists}
          row={edited === 'new' ? undefined : edited}
          onKeep={kept => {
            for (const { id, ...row } of kept) fields.set(auditYearFields.row(id), row)
            setEdited(undefined)
          }}
          onRemove={id => {
            fields.set(auditYearFields.row(id), null)
            setEdited(undefined)
          }}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  )
}
