import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areas } from '../../../domain/audits/area.ts'
import { auditFields } from '../../../domain/audits/audit-fields.ts'
import { leadOf } from '../../../domain/audits/audit.ts'
import { clausesForArea } from '../../../domain/audits/checklist.ts'
import { layOutTimetable } from '../../../domain/audits/lay-out-timetable.ts'
import { shareOutAreas } from '../../../domain/audits/share-out-areas.ts'
import type { TimetableRow } from '../../../domain/audits/timetable-row.ts'
import { useApp } from '../../context/app-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './audit-plan.module.css'
import { TimetableDialog } from './timetable-dialog.tsx'
import { TimetableView } from './timetable-view.tsx'
import { useAreaName } from './use-area-name.ts'
import type { Checklists } from './use-checklists.ts'
import type { Plan } from './use-plan.ts'

interface Props {
  readonly plan: Plan
  readonly checklists: Checklists
  readonly isOpen: boolean
}

/** Which area when, by whom, against which clauses; laid out for all areas at once if wanted. */
export function TimetableCard({ plan, checklists, isOpen }: Props) {
  const app = useApp()
  const { t } = useTranslation('auditPlan')
  const areaName = useAreaName()
  const [edited, setEdited] = useState<TimetableRow | 'new'>()
  const { audit, fields, ownWorkOf } = plan
  const items = checklists.find(audit.checklist)?.items ?? []
  const planned = new Set(audit.timetable.map(({ area }) => area))
  const missing = areas.map(({ id }) => id).filter(area => !planned.has(area))
  const mayLayOut = audit.from !== undefined && audit.team.size > 0 && missing.length > 0

  function keep({ id, ...row }: TimetableRow): void {
    fields.set(auditFields.timetable(id), row)
    setEdited(undefined)
  }

  function layOut(): void {
    const lead = leadOf(audit)
    const team = [...audit.team.keys()].sort((a, b) => Number(b === lead) - Number(a === lead))
    const rows = layOutTimetable({
      wishes: [...shareOutAreas(missing, team, ownWorkOf)].map(([area, auditor]) => ({
        area,
        auditor,
        clauses: clausesForArea(items, area),
      })),
      day: audit.from ?? app.today(),
      taken: audit.timetable,
      newId: app.newId,
    })
    for (const { id, ...row } of rows) fields.set(auditFields.timetable(id), row)
  }

  return (
    <Card
      title={t('timetable.title')}
      subtitle={isOpen ? t('timetable.hint') : undefined}
      flush
      actions={
        isOpen && (
          <Button icon="plus" onClick={() => setEdited('new')}>
            {t('timetable.add')}
          </Button>
        )
      }
    >
      <div id="plan-timetable">
        <TimetableView rows={audit.timetable} onEdit={isOpen ? setEdited : undefined} />
        {isOpen && missing.length > 0 && (
          <div className={styles.foot}>
            <p className={styles.soft}>
              {t('timetable.missing', { areas: missing.map(areaName).join(', ') })}
            </p>
            {mayLayOut ? (
              <Button icon="sliders" onClick={layOut}>
                {t('timetable.layOut')}
              </Button>
            ) : (
              <p className={styles.soft}>{t('timetable.layOutNeeds')}</p>
            )}
          </div>
        )}
      </div>
      {edited && (
        <TimetableDialog
          plan={plan}
          items={items}
          row={edited === 'new' ? undefined : edited}
          onKeep={keep}
          onRemove={id => {
            fields.set(auditFields.timetable(id), null)
            setEdited(undefined)
          }}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Card>
  )
}
