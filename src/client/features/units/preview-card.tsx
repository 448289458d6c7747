import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unit } from '../../../domain/people/unit.ts'
import { useApp } from '../../context/app-context.tsx'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { UnitsPreview, UnitWork } from '../../context/app.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Stack } from '../../ui/stack.tsx'
import styles from './units.module.css'
import { useUnitWords } from './use-unit-words.ts'

interface Props {
  readonly preview: UnitsPreview
  readonly isBusy: boolean
  readonly onApply: () => void
}

interface Row {
  readonly unit: string
  readonly from: readonly Unit[]
  readonly people: readonly string[]
  readonly work: UnitWork
}

const nothing: UnitWork = { things: 0, responses: 0, findings: 0, documents: 0, audits: 0 }
const add = (a: UnitWork, b: UnitWork): UnitWork => ({
  things: a.things + b.things,
  responses: a.responses + b.responses,
  findings: a.findings + b.findings,
  documents: a.documents + b.documents,
  audits: a.audits + b.audits,
})
const kindsOfWork = ['responses', 'findings', 'documents', 'audits'] as const
const openOf = ({ responses, findings, documents, audits }: UnitWork): number =>
  responses + findings + documents + audits

/** What the change would do: figures, what people have to settle, and unit by unit. */
export function PreviewCard({ preview, isBusy, onApply }: Props) {
  const app = useApp()
  const { t } = useTranslation('units')
  const format = useFormat()
  const personName = usePersonName()
  const words = useUnitWords(preview.begun)
  const [isAsking, setAsking] = useState(false)
  const { on, ended, begun, moved, notes, work } = preview
  const rows = useMemo(() => {
    const communes = Map.groupBy(ended, ({ successor }) => successor)
    const people = Map.groupBy(moved, ({ to }) => to)
    const ids = new Set([...begun.map(({ id }) => id), ...moved.map(({ to }) => to)])
    return [...ids].map((unit): Row => {
      const from = communes.get(unit) ?? []
      return {
        unit,
        from,
        people: [...new Set((people.get(unit) ?? []).map(({ person }) => person))],
        work: from.map(({ id }) => work[id] ?? nothing).reduce(add, nothing),
      }
    })
  }, [ended, begun, moved, work])
  const all = Object.values(work).reduce(add, nothing)
  const communes = ended.filter(({ kind }) => kind === 'commune').length
  const columns: readonly Column<Row>[] = [
    {
      key: 'unit',
      header: t('preview.unit'),
      sortBy: ({ unit }) => words.unitName(unit),
      cell: ({ unit }) => words.unitName(unit),
    },
    {
      key: 'from',
      header: t('preview.from'),
      sortBy: ({ from }) => from.length,
      cell: ({ from }) => from.map(({ fullName }) => fullName).join(', ') || t('preview.none'),
    },
    {
      key: 'people',
      header: t('preview.people'),
      sortBy: ({ people }) => people.length,
      cell: ({ people }) => people.map(personName).join(', ') || t('preview.none'),
    },
    {
      key: 'open',
      header: t('preview.open'),
      sortBy: row => openOf(row.work),
      cell: row =>
        kindsOfWork
          .filter(kind => row.work[kind] > 0)
          .map(kind => t(`preview.openOf.${kind}`, { count: row.work[kind] }))
          .join(' · ') || t('preview.none'),
    },
  ]
  return (
    <>
      <Card title={t('preview.title', { day: format.date(on) })}>
        <Stack>
          <ul className={styles.list}>
            <li>{t('preview.ends', { communes, districts: ended.length - communes })}</li>
            <li>{t('preview.begins', { count: begun.length })}</li>
            <li>
              {t('preview.roles', {
                roles: moved.length,
                people: new Set(moved.map(({ person }) => person)).size,
              })}
            </li>
            <li>{t('preview.things', { things: all.things, open: openOf(all) })}</li>
          </ul>
          {on <= app.today() && <Banner tone="info">{t('preview.past')}</Banner>}
          <div>
            <Button look="primary" icon="check" busy={isBusy} onClick={() => setAsking(true)}>
              {t('preview.apply')}
            </Button>
          </div>
        </Stack>
      </Card>
      {notes.length > 0 && (
        <Card title={t('notes.title')}>
          <ul className={styles.list}>
            {notes.map(note => (
              <li key={`${note.type} ${note.unit}`}>{words.note(note)}</li>
            ))}
          </ul>
        </Card>
      )}
      <Card flush>
        <DataTable caption={t('preview.table')} columns={columns} rows={rows} rowKey={({ unit }) => unit} />
      </Card>
      <ConfirmDialog
        open={isAsking}
        title={t('preview.confirmTitle')}
        confirm={t('preview.apply')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onApply()
        }}
      >
        {t('preview.confirm')}
      </ConfirmDialog>
    </>
  )
}
