import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { steps } from '../../../domain/qms/steps.ts'
import { listBoardRows } from '../../../domain/reports/board/board-row.ts'
import { useApp } from '../../context/app-context.tsx'
import { ProgrammeChoice } from '../../context/programme-choice.tsx'
import { useBoard, type Board } from '../../context/use-board.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { ButtonLink } from '../../ui/button-link.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { BehindNote } from './behind-note.tsx'
import { BoardCards } from './board-cards.tsx'
import { BoardFilterBar } from './board-filters.tsx'
import { BoardGrid } from './board-grid.tsx'
import styles from './board.module.css'
import { cellMarks, cellStates } from './cell-state.ts'
import { useBoardFilters } from './use-board-filters.ts'
import { useContacts } from './use-contacts.ts'
import { useIsNarrow } from './use-is-narrow.ts'
import { useOfficers } from './use-officers.ts'

/** `/board`: communes and the sixteen steps of each, late and stuck ones first; from what is on this tablet. */
export function Component() {
  const board = useBoard()
  const { t, ready } = useTranslation('board')
  if (!ready) return <Spinner />
  if (!board) {
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState icon="sync" title={t('reading')} action={<Spinner />} />
      </>
    )
  }
  if (!board.programme) {
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState icon="building" title={t('none')} />
      </>
    )
  }
  return <Filled board={board} />
}

function Filled({ board }: { readonly board: Board }) {
  const app = useApp()
  const { t } = useTranslation('board')
  const text = useLocalText()
  const format = useFormat()
  const contacts = useContacts()
  const isNarrow = useIsNarrow()
  const filters = useBoardFilters()
  const today = app.today()
  const rows = useMemo(() => listBoardRows(board.communes, today), [board.communes, today])
  const officers = useOfficers(rows)
  const passed = rows.filter(row => filters.passes(row, officers.answersFor))
  const { state, step } = filters.values
  const shown = useDeferredValue(
    state === null ? passed : passed.filter(row => filters.stateOf(row) === state),
  )
  const hasDistricts = board.districts.length > 1
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', {
          programme: text(board.programme?.name ?? { vi: '' }),
          communes: board.communes.length,
        })}
        actions={
          <>
            <ButtonLink to="/due" look="quiet" icon="calendar">
              {t('toDue')}
            </ButtonLink>
            {board.communes.length > 1 && (
              <ButtonLink to="/report-centre" look="quiet" icon="document">
                {t('toReports')}
              </ButtonLink>
            )}
            <ButtonLink to="/board/figures" icon="chart">
              {t('toFigures')}
            </ButtonLink>
          </>
        }
      />
      <ProgrammeChoice
        programmes={board.programmes}
        value={board.programme?.id ?? ''}
        onChoose={board.choose}
      />
      <BoardFilterBar
        filters={filters}
        districts={board.districts}
        officers={officers}
        passed={passed}
        count={shown.length}
        isNarrow={isNarrow}
      />
      <BehindNote behind={board.behind} total={board.communes.length} />
      {shown.length === 0 ? (
        <EmptyState icon="search" title={t('empty')} />
      ) : isNarrow ? (
        <BoardCards rows={shown} hasDistricts={hasDistricts} contacts={contacts} />
      ) : (
        <>
          <BoardGrid rows={shown} hasDistricts={hasDistricts} contacts={contacts} step={step} />
          <ul className={styles.legend} aria-label={t('legend')}>
            {cellStates.map(one => (
              <li key={one}>
                <StateMark state={cellMarks[one]} look="plain">
                  {t(`cell.${one}`)}
                </StateMark>
              </li>
            ))}
          </ul>
          <details className={styles.more}>
            <summary>{t('stepsTitle')}</summary>
            <ol className={styles.steps}>
              {steps.map(({ id, title }) => (
                <li key={id}>{text(title)}</li>
              ))}
            </ol>
          </details>
        </>
      )}
      <p className={styles.soft}>
        {contacts ? t('contact.asOf', { time: format.dateTime(contacts.asOf) }) : t('contact.none')}
      </p>
    </>
  )
}
