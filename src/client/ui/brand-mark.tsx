import styles from './brand-mark.module.css'

/** The communal house's roof over a check mark, as in public/favicon.svg. */
export function BrandMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 64 64" aria-hidden="true">
      <path d="M8 24.5C19.5 29.5 28.5 22 32 12c3.5 10 12.5 17.5 24 12.5" />
      <path d="M20 40.5 29 49.5 45 33.5" />
    </svg>
  )
}
