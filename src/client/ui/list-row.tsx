import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { To } from 'react-router'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import styles from './list-row.module.css'

export type ListRowProps = {
  readonly title: ReactNode
  readonly meta?: ReactNode
  readonly state?: ReactNode
  readonly icon?: IconName | undefined
} & ({ readonly to: To } | { readonly onSelect: () => void })

/** One row to open: a link, or a button where nothing has an address. Lives in a RowList. */
export function ListRow({ title, meta, state, icon, ...target }: ListRowProps) {
  const content = (
    <>
      {icon && <Icon name={icon} className={styles.icon} />}
      <span className={styles.words}>
        <span dir="auto" className={styles.title}>
          {title}
        </span>
        {meta != null && (
          <span dir="auto" className={styles.meta}>
            {meta}
          </span>
        )}
      </span>
      {state != null && <span className={styles.state}>{state}</span>}
      <Icon name="chevronRight" size="s" className={styles.chevron} />
    </>
  )
  return (
    <li className={styles.item}>
      {'to' in target ? (
        <Link to={target.to} className={styles.row}>
          {content}
        </Link>
      ) : (
        <button type="button" className={styles.row} onClick={target.onSelect}>
          {content}
        </button>
      )}
    </li>
  )
}
