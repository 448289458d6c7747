import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import { GroupBox } from './group-box.tsx'
import { IconButton } from './icon-button.tsx'
import type { Option } from './option.ts'
import styles from './rank-list.module.css'
import { moveTo, orderOf } from './rank-moves.ts'
import { useRowDrag } from './use-row-drag.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface RankListProps extends FieldFrame {
  readonly options: readonly Option[]
  /** All options in the person's order; `null` until they moved one or said that the order is right. */
  readonly value: readonly string[] | null
  readonly onChange: (value: readonly string[] | null) => void
  readonly disabled?: boolean | undefined
}

/** Options put in order by buttons, by dragging the handle, or by the arrow keys on the handle. */
export function RankList({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  options,
  value,
  onChange,
  disabled,
}: RankListProps) {
  const { t } = useTranslation('ui')
  const [news, setNews] = useState('')
  const values = options.map(option => option.value)
  const order = orderOf(values, value)
  const nameOf = (wanted: string) => options.find(option => option.value === wanted)?.label ?? wanted
  const move = (from: number, place: number) => {
    const moved = order[from]
    if (moved === undefined || place < 0 || place >= order.length || place === from) return
    onChange(moveTo(order, moved, place))
    setNews(t('rank.moved', { option: nameOf(moved), at: place + 1, total: order.length }))
  }
  const drag = useRowDrag(move)
  const moveByKey = (event: KeyboardEvent, at: number) => {
    const places: Partial<Record<string, number>> = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      Home: 0,
      End: order.length - 1,
    }
    const place = places[event.key]
    if (place === undefined) return
    event.preventDefault()
    move(at, place)
  }
  return (
    <Field {...{ label, labelHidden, hint, error, required, id }} group>
      {(control, labelId) => (
        <GroupBox {...{ control, labelId }} className={styles.rank}>
          <ol className={classNames(styles.list, value === null && styles.untouched)}>
            {order.map((item, at) => (
              <li
                key={item}
                className={classNames(
                  styles.row,
                  drag.draggedRow !== undefined && styles.sliding,
                  drag.draggedRow === at && styles.dragged,
                )}
                style={{ '--offset': `${drag.offsetOf(at)}px` }}
              >
                {!disabled && (
                  <span className={styles.handle} {...drag.handle(at)}>
                    <IconButton
                      icon="grip"
                      label={t('rank.drag', { option: nameOf(item) })}
                      onKeyDown={event => moveByKey(event, at)}
                    />
                  </span>
                )}
                <span className={styles.place}>
                  {value === null ? <span aria-hidden="true">–</span> : at + 1}
                </span>
                <span dir="auto" className={styles.name}>
                  {nameOf(item)}
                </span>
                {!disabled && (
                  <span className={styles.buttons}>
                    <IconButton
                      icon="chevronUp"
                      label={t('rank.up', { option: nameOf(item) })}
                      aria-disabled={at === 0}
                      onClick={() => move(at, at - 1)}
                    />
                    <IconButton
                      icon="chevronDown"
                      label={t('rank.down', { option: nameOf(item) })}
                      aria-disabled={at === order.length - 1}
                      onClick={() => move(at, at + 1)}
                    />
                  </span>
                )}
              </li>
            ))}
          </ol>
          <VisuallyHidden>
            <output>{news}</output>
          </VisuallyHidden>
          {!disabled && value === null && (
            <div className={styles.foot}>
              <Button icon="check" onClick={() => onChange(order)}>
                {t('rank.keep')}
              </Button>
              <span className={styles.note}>{t('rank.untouched')}</span>
            </div>
          )}
          {!disabled && value !== null && (
            <div>
              <Button look="quiet" icon="undo" onClick={() => onChange(null)}>
                {t('rank.clear')}
              </Button>
            </div>
          )}
        </GroupBox>
      )}
    </Field>
  )
}
