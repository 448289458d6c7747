import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { roadFields } from '../../../domain/qms/road-fields.ts'
import { listStaffRows } from '../../../domain/reports/tables/list-staff-rows.ts'
import { staffColumns } from '../../../domain/reports/tables/qms-tables.ts'
import { makeTable } from '../../../domain/reports/tables/report-table.ts'
import { TableDownload } from '../../context/tables/table-download.tsx'
import { useDistrictOf } from '../../context/tables/use-district-of.ts'
import { useApp } from '../../context/app-context.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './road.module.css'
import { useRoad, type RoadView } from './use-road.ts'

/** `/road/scope`: who works within the scope, which administrative procedures it covers, which clauses are left out. */
export function Component() {
  const road = useRoad()
  const { t, ready } = useTranslation('road')
  if (!ready || road === undefined || (road && !road.qms)) return <Spinner />
  if (road === null || !road.qms) return null
  return (
    <>
      <PageHeader
        title={t('scope.title')}
        subtitle={road.unit.fullName}
        back={{ to: `/road?unit=${encodeURIComponent(road.unit.id)}`, label: t('title') }}
      />
      <People road={road} />
      <Procedures road={road} />
      <Exclusions road={road} />
    </>
  )
}

function People({ road }: { readonly road: RoadView }) {
  const app = useApp()
  const { t } = useTranslation('road')
  const format = useFormat()
  const today = app.today()
  const staff = [...(road.qms?.facts.road.staff ?? [])]
  const [leaving, setLeaving] = useState<string>()
  const leaver = staff.find(([id]) => id === leaving)?.[1]
  async function leave(): Promise<void> {
    setLeaving(undefined)
    if (leaving === undefined || !leaver) return
    const { name, post, from } = leaver
    await road.save([{ field: roadFields.staff(leaving), value: { name, post, from, to: today } }])
  }
  const districtOf = useDistrictOf()
  const rows = road.qms
    ? listStaffRows(road.qms.facts, { unit: road.unit, district: districtOf(road.unit) }, today)
    : []
  return (
    <Card
      title={t('scope.people', { count: staff.filter(([, { to }]) => to === null || to >= today).length })}
      actions={
        <TableDownload rows={staff.length} make={names => [makeTable('staff', staffColumns, rows, names)]} />
      }
    >
      <div className={styles.dialog}>
        <ul className={styles.lines}>
          {staff.map(([id, { name, post, to }]) => (
            <li key={id}>
              <span>
                {name}
                {post && ` · ${post}`}
                {to !== null && ` · ${t('scope.until', { date: format.date(to) })}`}
              </span>
              {road.mayWrite && (to === null || to > today) && (
                <Button look="quiet" onClick={() => setLeaving(id)}>
                  {t('scope.leaves')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {road.mayWrite && (
          <AddLine
            first={t('scope.name')}
            second={t('scope.post')}
            add={t('scope.addPerson')}
            onAdd={(name, post) =>
              road.save([
                { field: roadFields.staff(app.newId()), value: { name, post, from: today, to: null } },
              ])
            }
          />
        )}
      </div>
      <ConfirmDialog
        open={leaving !== undefined}
        title={t('scope.leaves')}
        confirm={t('scope.leaves')}
        onConfirm={() => void leave()}
        onCancel={() => setLeaving(undefined)}
      >
        {t('scope.leavesAsk', { name: leaver?.name ?? '', date: format.date(today) })}
      </ConfirmDialog>
    </Card>
  )
}

function Procedures({ road }: { readonly road: RoadView }) {
  const app = useApp()
  const { t } = useTranslation(['road', 'common'])
  const procedures = [...(road.qms?.facts.road.procedures ?? [])]
  return (
    <Card title={t('scope.procedures', { count: procedures.length })}>
      <div className={styles.dialog}>
        <ul className={styles.lines}>
          {procedures.map(([id, { title, area }]) => (
            <li key={id}>
              <span>
                {title}
                {area && ` · ${area}`}
              </span>
              {road.mayWrite && (
                <Button
                  look="quiet"
                  icon="trash"
                  onClick={() => void road.save([{ field: roadFields.procedure(id), value: null }])}
                >
                  {t('common:action.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {road.mayWrite && (
          <AddLine
            first={t('scope.procedure')}
            second={t('scope.field')}
            add={t('scope.addProcedure')}
            onAdd={(title, area) =>
              road.save([{ field: roadFields.procedure(app.newId()), value: { title, area } }])
            }
          />
        )}
      </div>
    </Card>
  )
}

function Exclusions({ road }: { readonly road: RoadView }) {
  const { t } = useTranslation(['road', 'common'])
  const exclusions = [...(road.qms?.facts.road.exclusions ?? [])]
  const [isBad, setBad] = useState(false)
  return (
    <Card title={t('scope.exclusions', { count: exclusions.length })} subtitle={t('scope.exclusionsHint')}>
      <div className={styles.dialog}>
        <ul className={styles.lines}>
          {exclusions.map(([clause, reason]) => (
            <li key={clause}>
              <span>{`${clause}: ${reason}`}</span>
              {road.mayWrite && (
                <Button
                  look="quiet"
                  icon="trash"
                  onClick={() => void road.save([{ field: roadFields.exclusion(clause), value: null }])}
                >
                  {t('common:action.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {isBad && (
          <Banner tone="danger" announce>
            {t('scope.onlySeven')}
          </Banner>
        )}
        {road.mayWrite && (
          <AddLine
            first={t('scope.clause')}
            second={t('gate.reason')}
            add={t('scope.addExclusion')}
            needsBoth
            onAdd={async (clause, reason) => {
              const isSeven = /^7(?:\.\d{1,2}){1,3}$/u.test(clause.trim())
              setBad(!isSeven)
              return isSeven
                ? road.save([{ field: roadFields.exclusion(clause.trim()), value: reason }])
                : { ok: false }
            }}
          />
        )}
      </div>
    </Card>
  )
}

interface AddLineProps {
  readonly first: string
  readonly second: string
  readonly add: string
  readonly needsBoth?: boolean
  readonly onAdd: (first: string, second: string) => Promise<{ readonly ok: boolean }>
}

/** Two texts and a button: adds a line, and is empty again once that is on the tablet. */
function AddLine({ first, second, add, needsBoth = false, onAdd }: AddLineProps) {
  const { t } = useTranslation('road')
  const [one, setOne] = useState('')
  const [two, setTwo] = useState('')
  const [hasFailed, setFailed] = useState(false)
  async function save(): Promise<void> {
    const saved = await onAdd(one.trim(), two.trim())
    setFailed(!saved.ok)
    if (!saved.ok) return
    setOne('')
    setTwo('')
  }
  const isReady = one.trim() !== '' && (!needsBoth || two.trim() !== '')
  return (
    <div className={styles.pair}>
      <TextField
        label={first}
        value={one}
        onChange={setOne}
        error={hasFailed ? t('problem.failed') : undefined}
      />
      <TextField label={second} value={two} onChange={setTwo} />
      <Button icon="plus" disabled={!isReady} onClick={() => void save()}>
        {add}
      </Button>
    </div>
  )
}
