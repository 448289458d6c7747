import { memo, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { keyInRow } from '../../../../domain/forms/row.ts'
import { useLocalText } from '../../../i18n/local-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/select.tsx'
import { useFilling } from '../filling-context.tsx'
import type { Block } from './block.ts'
import styles from './blocks.module.css'
import { useIsShown } from './use-is-shown.ts'
import type { RowActions } from './use-row-actions.ts'
import { useRepeatLabel, useRowTitle } from './use-row-title.ts'

interface Props {
  readonly block: Extract<Block, { readonly kind: 'repeat' }>
  readonly actions: RowActions
}

/** The words above a repeat; when it has many rows, a list of them to go to one. */
export function RepeatHead({ block, actions }: Props) {
  const { id, repeat, around, rows, isLong, depth } = block
  const { session } = useFilling().filling
  const { t } = useTranslation('responses')
  const text = useLocalText()
  const label = useRepeatLabel()(block)
  const key = keyInRow(repeat.id, around)
  // A list of all rows is for later: a row that was just added is waited for.
  const listed = useDeferredValue(block)
  if (!useIsShown(key) || (rows.length === 0 && repeat.count !== undefined)) return null
  const Heading = depth === 0 ? 'h3' : 'h4'
  return (
    <div id={id} tabIndex={-1} className={styles.group}>
      {label && (
        <Heading className={styles.groupTitle}>
          <bdi>{label}</bdi>
          {rows.length > 1 && <span className={styles.count}>{rows.length}</span>}
        </Heading>
      )}
      {repeat.hint && <p className={styles.soft}>{text(session.text(repeat.hint, key))}</p>}
      {rows.length === 0 && <p className={styles.soft}>{t('rows.none')}</p>}
      {isLong && (
        <div className={styles.tools}>
          <RowSelect block={listed} actions={actions} />
          <Button look="quiet" icon="chevronDown" onClick={() => actions.openRows(rows, true)}>
            {t('rows.openAll')}
          </Button>
          <Button look="quiet" icon="chevronUp" onClick={() => actions.openRows(rows, false)}>
            {t('rows.closeAll')}
          </Button>
        </div>
      )}
    </div>
  )
}

const RowSelect = memo(function RowSelect({ block, actions }: Props) {
  const { t } = useTranslation('responses')
  const titleOf = useRowTitle()
  return (
    <Select
      label={t('rows.goTo')}
      labelHidden
      empty={t('rows.choose')}
      value={null}
      options={block.rows.map(row => ({ value: row, label: titleOf(block, row) }))}
      onChange={row => row !== null && actions.goToRow(block, row)}
    />
  )
}, isSameList)

function isSameList({ block: a }: Props, { block: b }: Props): boolean {
  return a === b
}
