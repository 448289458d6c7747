import { useTranslation } from 'react-i18next'
import { roadThing } from '../../../domain/qms/road-fields.ts'
import { getTrainingTopic } from '../../../domain/qms/training-topics.ts'
import { listDossier, type DossierEntry, type DossierPaper } from '../../../domain/reports/dossier.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { linkOfStep } from './step-links.ts'
import { linkOfThing } from './thing-links.ts'
import { useRoad } from './use-road.ts'
import styles from './road.module.css'

/** Where the work on a part of the dossier is done, as the step of the road that it belongs to. */
const stepOf = {
  documents: 's05',
  training: 's03',
  report: 's10',
  actions: 's11',
  review: 's12',
  declaration: 's13',
  effect: 's15',
} as const

/** `/road/dossier`: all papers of a commune, what each part still lacks, and the way to it. */
export function Component() {
  const road = useRoad()
  const { t, ready } = useTranslation(['effect', 'road', 'papers'])
  if (!ready || road === undefined || (road && !road.qms)) return <Spinner />
  const header = { title: t('dossier.title'), back: { to: '/road', label: t('road:title') } }
  if (road === null || !road.qms) {
    return (
      <>
        <PageHeader {...header} />
        <EmptyState icon="document" title={t('road:none')} />
      </>
    )
  }
  const { unit, programme } = road
  const entries = listDossier(road.qms, roadThing(programme.id, unit.id))
  const done = entries.filter(({ gap }) => gap === undefined).length
  const back = { to: `/road?unit=${encodeURIComponent(unit.id)}`, label: t('road:title') }
  return (
    <>
      <PageHeader {...header} subtitle={unit.fullName} back={back} />
      <Card>
        <div className={styles.next}>
          <ProgressBar
            label={t('dossier.progress', { done, total: entries.length })}
            done={done}
            total={entries.length}
            count={false}
          />
          <p className={styles.soft}>{t('dossier.lead')}</p>
        </div>
      </Card>
      {entries.map(entry => (
        <PartCard key={entry.part} entry={entry} unit={unit.id} />
      ))}
    </>
  )
}

function PartCard({
  entry: { part, papers, gap },
  unit,
}: {
  readonly entry: DossierEntry
  readonly unit: string
}) {
  const { t } = useTranslation(['effect', 'papers'])
  const format = useFormat()
  const text = useLocalText()
  const link =
    part === 'readiness' ? `/road/readiness?unit=${encodeURIComponent(unit)}` : linkOfStep(stepOf[part], unit)
  const nameOf = ({ kind, name }: DossierPaper): string => {
    const about = part === 'training' ? text(getTrainingTopic(name)?.title ?? { vi: name }) : name
    return kind === undefined
      ? t('dossier.session', { name: about })
      : [t(`papers:name.${kind}`), about].filter(Boolean).join(part === 'training' ? ': ' : ' ')
  }
  return (
    <Card
      title={t(`dossier.part.${part}`)}
      subtitle={
        gap
          ? t(`dossier.gap.${gap.code}`, { count: gap.count })
          : papers.length === 0
            ? t('dossier.none')
            : undefined
      }
      actions={
        gap && link ? (
          <ButtonLink to={link} look="quiet" iconEnd="arrowRight">
            {t('dossier.go')}
          </ButtonLink>
        ) : (
          <StateMark state={gap ? 'late' : 'done'}>
            {t(gap ? 'dossier.state.missing' : 'dossier.state.done')}
          </StateMark>
        )
      }
      flush={papers.length > 0}
    >
      {papers.length > 0 && (
        <RowList label={t(`dossier.part.${part}`)}>
          {papers.map(paper => (
            <ListRow
              key={`${paper.kind} ${paper.thing}`}
              icon="document"
              title={nameOf(paper)}
              meta={paper.on === undefined ? undefined : t('dossier.date', { date: format.date(paper.on) })}
              state={
                <StateMark look="plain" state={paper.isDone ? 'done' : 'inProgress'}>
                  {t(paper.isDone ? 'dossier.state.done' : 'dossier.state.open')}
                </StateMark>
              }
              to={
                paper.kind === undefined
                  ? linkOfThing(paper.thing)
                  : `/papers/${paper.kind}/${encodeURIComponent(paper.thing)}`
              }
            />
          ))}
        </RowList>
      )}
    </Card>
  )
}
