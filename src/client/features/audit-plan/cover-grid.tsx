import type { ReactNode } from 'react'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './cover.module.css'

interface Line {
  readonly key: string
  readonly head: ReactNode
  readonly cells: readonly ReactNode[]
  /** A heading over the lines below it. */
  readonly isGroup?: boolean
}

/** A wide table that scrolls sideways within its card; the first column stays. */
export function CoverGrid({
  caption,
  corner,
  columns,
  lines,
}: {
  readonly caption: string
  readonly corner: string
  readonly columns: readonly { readonly key: string; readonly label: string }[]
  readonly lines: readonly Line[]
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard has to be able to scroll it
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.grid}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col" className={styles.first}>
              {corner}
            </th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, head, cells, isGroup }) => (
            <tr key={key} className={isGroup ? styles.group : undefined}>
              <th scope="row" className={styles.first}>
                {head}
              </th>
              {columns.map((column, at) => (
                <td key={column.key}>{cells[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
