import type { ReactNode } from 'react'
import styles from './bar-list.module.css'

/** A lying bar in words and length. */
interface BarWords {
  readonly label: string
  readonly value: ReactNode
  /** How long it is, 0 to 1. */
  readonly share: number
}

interface Props<Bar extends { readonly key: string }> {
  readonly bars: readonly Bar[]
  readonly wordsOf: (bar: Bar) => BarWords
  /** The link to what the bar counts, with this look and this in it. */
  readonly link: (bar: Bar, className: string | undefined, children: ReactNode) => ReactNode
}

/** Bars that lie, each leading to the things it counts; the first is the longest where they are ranked. */
export function BarList<Bar extends { readonly key: string }>({ bars, wordsOf, link }: Props<Bar>) {
  return (
    <ol className={styles.list}>
      {bars.map(bar => {
        const { label, value, share } = wordsOf(bar)
        const content = (
          <>
            <span className={styles.label}>{label}</span>
            <span className={styles.value}>{value}</span>
            <svg className={styles.track} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
              <rect width={100 * share} height="1" />
            </svg>
          </>
        )
        return <li key={bar.key}>{link(bar, styles.bar, content)}</li>
      })}
    </ol>
  )
}
