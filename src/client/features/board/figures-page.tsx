import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useApp } from '../../context/app-context.tsx'
import { ProgrammeChoice } from '../../context/programme-choice.tsx'
import { useBoard, type Board } from '../../context/use-board.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { ButtonLink } from '../../ui/button-link.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { BehindNote } from './behind-note.tsx'
import styles from './figures.module.css'
import { CountTiles } from './count-tiles.tsx'
import { CurveFigure } from './curve-figure.tsx'
import { MoreFigures } from './more-figures.tsx'
import { TileMap } from './tile-map.tsx'
import { useNarrowed } from './use-narrowed.ts'

/** `/board/figures`: what the communes add up to, each figure leading to the things it counts. */
export function Component() {
  const board = useBoard()
  const { t, ready } = useTranslation('board')
  if (!ready) return <Spinner />
  const back = { to: '/board', label: t('figures.back') }
  if (!board?.programme) {
    return (
      <>
        <PageHeader title={t('figures.title')} back={back} />
        {board ? (
          <EmptyState icon="building" title={t('none')} />
        ) : (
          <EmptyState icon="sync" title={t('reading')} action={<Spinner />} />
        )}
      </>
    )
  }
  return <Filled board={board} />
}

function Filled({ board }: { readonly board: Board }) {
  const app = useApp()
  const directory = useDirectory()
  const { t } = useTranslation('board')
  const text = useLocalText()
  const format = useFormat()
  const [query, setQuery] = useSearchParams()
  const district = query.get('district')
  const communes = useNarrowed(board, district)
  const hasMore = useAfterFirstDrawing()
  const today = app.today()
  const all = board.allCommunes.filter(
    ({ id }) =>
      district === null || directory?.tree.ancestors(id).some(above => above.id === district) === true,
  )
  return (
    <>
      <PageHeader
        title={t('figures.title')}
        subtitle={t('figures.subtitle', {
          programme: text(board.programme?.name ?? { vi: '' }),
          date: format.date(today),
        })}
        back={{ to: '/board', label: t('figures.back') }}
        actions={
          board.communes.length > 1 && (
            <ButtonLink to="/report-centre" icon="document">
              {t('toReports')}
            </ButtonLink>
          )
        }
      />
      <ProgrammeChoice
        programmes={board.programmes}
        value={board.programme?.id ?? ''}
        onChoose={board.choose}
      />
      {board.districts.length > 1 && (
        <div className={styles.filter}>
          <Select
            label={t('district')}
            labelHidden
            empty={t('allDistricts')}
            value={district}
            onChange={value => setQuery(value === null ? {} : { district: value }, { replace: true })}
            options={board.districts.map(({ id, fullName }) => ({ value: id, label: fullName }))}
          />
        </div>
      )}
      <BehindNote behind={board.behind} total={board.communes.length} />
      <CountTiles communes={communes} district={district} today={today} hasFindings={hasMore} />
      <p className={styles.soft}>{t('figures.adds')}</p>
      <CurveFigure communes={communes} all={all.length} district={district} today={today} />
      {district === null && board.districts.length > 1 && (
        <TileMap communes={board.communes} districts={board.districts} today={today} />
      )}
      {hasMore && (
        <MoreFigures
          communes={communes}
          districts={board.districts}
          district={district}
          given={board.thresholds}
          today={today}
        />
      )}
    </>
  )
}

/** False while a screen is drawn for the first time: what is far down need not keep its top waiting. */
function useAfterFirstDrawing(): boolean {
  const [isAfter, setAfter] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => setAfter(true)))
    return () => cancelAnimationFrame(frame)
  }, [])
  return isAfter
}
