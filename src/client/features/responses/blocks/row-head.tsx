import { useTranslation } from 'react-i18next'
import { keyInRow } from '../../../../domain/forms/row.ts'
import { Icon } from '../../../ui/icon.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useFilling } from '../filling-context.tsx'
import type { Block } from './block.ts'
import styles from './blocks.module.css'
import { useIsShown } from './use-is-shown.ts'
import type { RowActions } from './use-row-actions.ts'
import { useLiveRowTitle } from './use-row-title.ts'

interface Props {
  readonly block: Extract<Block, { readonly kind: 'row' }>
  readonly actions: RowActions
}

/** The bar above a row: what it is called, opens and closes it, takes it away. */
export function RowHead({ block, actions }: Props) {
  const { id, repeat, around, row, isOpen, mayClose, depth } = block
  const { mayFill } = useFilling()
  const { t } = useTranslation('responses')
  const title = useLiveRowTitle(block, row)
  if (!useIsShown(keyInRow(repeat.id, around))) return null
  const Heading = depth === 1 ? 'h4' : 'h5'
  return (
    <div id={id} tabIndex={-1} className={styles.row}>
      <Heading className={styles.rowTitle}>
        {mayClose ? (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            onClick={() => actions.openRows([row], !isOpen)}
          >
            <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} />
            <bdi>{title}</bdi>
          </button>
        ) : (
          <span dir="auto" className={styles.plainTitle}>
            {title}
          </span>
        )}
      </Heading>
      {mayFill && repeat.count === undefined && (
        <IconButton
          icon="trash"
          label={t('rows.remove', { row: title })}
          onClick={() => actions.removeRow(block, row, title)}
        />
      )}
    </div>
  )
}
