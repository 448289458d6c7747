import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, startTransition, useEffect, useMemo, useRef, useState, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { steps } from '../../../domain/qms/steps.ts'
import type { BoardRow } from '../../../domain/reports/board/board-row.ts'
import { afterPaint } from '../../context/after-paint.ts'
import type { Contacts } from '../../context/app.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { states } from '../../ui/states.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './board-grid.module.css'
import { cellMarks, cellState, cellStates, type CellState } from './cell-state.ts'
import { CommuneMark } from './commune-mark.tsx'
import { useRoadOf } from './use-road-of.ts'
import { useContactWords } from './use-contact-words.ts'

interface Props {
  readonly rows: readonly BoardRow[]
  readonly hasDistricts: boolean
  readonly contacts: Contacts | undefined
  /** The column of the step that the board is filtered by. */
  readonly step: string | null
}

const rowHeight = 64

/** Seventeen cells each: those below them come in the frames after. */
const drawnAtFirst = 4

/** The board: a row for each commune, a column for each step; names and numbers stay in sight while it scrolls. */
export function BoardGrid({ rows, hasDistricts, contacts, step }: Props) {
  const { t } = useTranslation('board')
  const text = useLocalText()
  const box = useRef<HTMLElement>(null)
  const contactOf = useContactWords(contacts)
  const roadOf = useRoadOf()
  const navigate = useNavigate()
  // One listener for all cells: three hundred links to the same few places would cost the first drawing a third.
  function open({ target }: MouseEvent): void {
    const cell = target instanceof Element && !target.closest('a') ? target.closest('tr') : undefined
    const unit = cell?.getAttribute('data-unit')
    if (unit) void navigate(roadOf(unit))
  }
  // oxlint-disable-next-line react/incompatible-library -- what it gives is read while drawing and handed to nobody
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    // Before the box is measured: what fits on a desk, so that rows are there with the first drawing.
    initialRect: { width: 1200, height: 640 },
    getItemKey: at => rows[at]?.unit.id ?? at,
    overscan: 2,
  })
  const words = useMemo(
    () =>
      Object.fromEntries(cellStates.map(state => [state, t(`cell.${state}`)])) as Record<CellState, string>,
    [t],
  )
  const [isBegun, setBegun] = useState(false)
  useEffect(() => afterPaint(() => startTransition(() => setBegun(true))), [])
  const visible = virtual.getVirtualItems()
  const drawn = isBegun ? visible : visible.slice(0, drawnAtFirst)
  const first = drawn[0]?.start ?? 0
  const after = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <section ref={box} className={styles.box} tabIndex={0} aria-label={t('title')}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={classNames(styles.head, styles.name)}>
              {t('columns.commune')}
            </th>
            <th scope="col" className={styles.head}>
              {t('columns.state')}
            </th>
            <th scope="col" className={styles.head}>
              {t('columns.done')}
            </th>
            {steps.map(({ id, title }, at) => (
              <th
                key={id}
                scope="col"
                className={classNames(styles.head, styles.number, id === step && styles.chosen)}
                title={text(title)}
              >
                <span aria-hidden="true">{at + 1}</span>
                <VisuallyHidden>{t('stepNumber', { number: at + 1, title: text(title) })}</VisuallyHidden>
              </th>
            ))}
            <th scope="col" className={classNames(styles.head, styles.contact)}>
              {t('columns.contact')}
            </th>
          </tr>
        </thead>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- the name in each row is its link; a tap beside it does the same */}
        <tbody onClick={open}>
          <Spacer height={first} />
          {drawn.map(({ index }) => {
            const row = rows[index]
            return (
              row && (
                <GridRow
                  key={row.unit.id}
                  row={row}
                  road={roadOf(row.unit.id)}
                  at={index}
                  hasDistricts={hasDistricts}
                  contact={contactOf(row.unit.id)}
                  step={step}
                  words={words}
                />
              )
            )
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </section>
  )
}

/** Stands for the rows that are not drawn. */
const Spacer = ({ height }: { readonly height: number }) =>
  height > 0 && <tr aria-hidden="true" className={styles.spacer} style={{ '--height': `${height}px` }} />

interface GridRowProps {
  readonly row: BoardRow
  /** Where it is looked at. */
  readonly road: string
  readonly at: number
  readonly hasDistricts: boolean
  readonly contact: string
  readonly step: string | null
  /** The words of each state of a step. */
  readonly words: Readonly<Record<CellState, string>>
}

const GridRow = memo(function GridRow({ row, road, at, hasDistricts, contact, step, words }: GridRowProps) {
  const { t } = useTranslation('board')
  const later = t('figures.later')
  return (
    <tr aria-rowindex={at + 2} className={styles.row} data-unit={row.unit.id}>
      <th scope="row" className={styles.name}>
        <Link to={road} className={styles.link}>
          <span>{row.unit.fullName}</span>
          {hasDistricts && <span className={styles.soft}>{row.district?.fullName}</span>}
        </Link>
      </th>
      <td>
        <CommuneMark row={row} />
      </td>
      <td className={styles.done}>
        {row.standing && t('progress', { done: row.done, total: row.standing.steps.length })}
      </td>
      {steps.map(({ id }, index) => {
        const cell = row.standing?.steps[index]
        if (!cell) return <td key={id}>{later}</td>
        const state = cellState(cell)
        const { icon, tone } = states[cellMarks[state]]
        const said = state === 'late' ? t('lateBy', { count: cell.daysLate }) : words[state]
        return (
          <td
            key={id}
            className={classNames(styles.cell, styles[tone], id === step && styles.chosen)}
            title={said}
          >
            <Icon name={icon} />
            {state === 'late' && (
              <span className={styles.days} aria-hidden="true">
                {cell.daysLate}
              </span>
            )}
            <span className={styles.words}>{said}</span>
          </td>
        )
      })}
      <td className={styles.contact}>{contact}</td>
    </tr>
  )
})
