import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stepColumns } from '../../../domain/reports/tables/qms-tables.ts'
import { makeTable } from '../../../domain/reports/tables/report-table.ts'
import { ProgrammeChoice } from '../../context/programme-choice.tsx'
import { TableDownload } from '../../context/tables/table-download.tsx'
import { useDistrictOf } from '../../context/tables/use-district-of.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { NextCard } from './next-card.tsx'
import styles from './road.module.css'
import { StepDialog } from './step-dialog.tsx'
import { StepList } from './step-list.tsx'
import { useRoad } from './use-road.ts'

/** `/road`: where a commune is on its way to the declaration, what is next, who does it and by when. */
export function Component() {
  const road = useRoad()
  const { t, ready } = useTranslation('road')
  const text = useLocalText()
  const format = useFormat()
  const districtOf = useDistrictOf()
  const [opened, setOpened] = useState<string>()
  if (!ready || road === undefined) return <Spinner />
  if (road === null) {
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState icon="flag" title={t('none')} />
      </>
    )
  }
  const { unit, units, programme, isFormer, qms } = road
  const at = `?unit=${encodeURIComponent(unit.id)}${isFormer ? `&programme=${programme.id}` : ''}`
  const done = qms?.steps.filter(({ state }) => state === 'done' || state === 'said').length ?? 0
  const status = qms?.steps.find(({ step }) => step.id === opened)
  return (
    <>
      <PageHeader title={t('title')} subtitle={`${unit.fullName} · ${text(programme.name)}`} />
      {units.length > 1 && (
        <div className={styles.unit}>
          <Select
            label={t('commune')}
            empty={false}
            value={unit.id}
            onChange={id => id !== null && road.choose(id)}
            options={units.map(({ id, fullName }) => ({ value: id, label: fullName }))}
          />
        </div>
      )}
      <ProgrammeChoice
        programmes={road.programmes}
        value={programme.id}
        onChoose={id => road.choose(unit.id, id)}
      />
      {(isFormer || programme.endedOn !== undefined) && (
        <Banner tone="info">
          {programme.endedOn === undefined
            ? t('former')
            : t(isFormer ? 'formerEnded' : 'ended', { date: format.date(programme.endedOn) })}
        </Banner>
      )}
      {!qms ? (
        <Spinner />
      ) : (
        <>
          <Card>
            <ProgressBar
              label={t('progress', { done, total: qms.steps.length })}
              done={done}
              total={qms.steps.length}
              count={false}
            />
          </Card>
          {/* On a former road nothing is done any more. */}
          {qms.next && !isFormer && (
            <NextCard status={qms.next} road={road} onPlan={() => setOpened(qms.next?.step.id)} />
          )}
          <Card title={t('readiness.title')}>
            <div className={styles.next}>
              <div className={styles.marks}>
                <StateMark
                  state={
                    qms.readiness === 'ready'
                      ? 'approved'
                      : qms.readiness === 'almost'
                        ? 'dueSoon'
                        : 'inProgress'
                  }
                >
                  {t(`readiness.state.${qms.readiness}`)}
                </StateMark>
              </div>
              <p className={styles.soft}>
                {t('readiness.count', {
                  met: qms.gates.filter(
                    ({ gate, value }) => gate.isMust && (value === 'met' || value === 'na'),
                  ).length,
                  total: qms.gates.filter(({ gate }) => gate.isMust).length,
                })}
              </p>
              <div className={styles.buttons}>
                <ButtonLink to={`/road/readiness${at}`} iconEnd="arrowRight">
                  {t('readiness.open')}
                </ButtonLink>
              </div>
            </div>
          </Card>
          <Card title={t('places.title')} flush>
            <RowList label={t('places.title')}>
              <ListRow icon="list" title={t('scope.title')} to={`/road/scope${at}`} />
              <ListRow icon="users" title={t('places.training')} to={`/training${at}`} />
              <ListRow icon="book" title={t('places.documents')} to={`/documents${at}`} />
              <ListRow icon="users" title={t('review.title')} to={`/road/review${at}`} />
              <ListRow icon="signature" title={t('declaration.title')} to={`/road/declaration${at}`} />
              <ListRow icon="printer" title={t('places.dossier')} to={`/road/dossier${at}`} />
              <ListRow icon="chart" title={t('places.effect')} to={`/road/effectiveness${at}`} />
            </RowList>
          </Card>
          <Card
            title={t('steps.title')}
            actions={
              <TableDownload
                rows={qms.steps.length}
                make={names => [
                  makeTable(
                    'steps',
                    stepColumns,
                    qms.steps.map((one, order) => ({
                      unit,
                      district: districtOf(unit),
                      status: one,
                      order: order + 1,
                    })),
                    names,
                  ),
                ]}
              />
            }
            flush
          >
            <StepList statuses={qms.steps} onOpen={setOpened} />
          </Card>
        </>
      )}
      {status && (
        <StepDialog key={status.step.id} status={status} road={road} onClose={() => setOpened(undefined)} />
      )}
    </>
  )
}
