import { classNames } from './class-names.ts'
import styles from './spinner.module.css'

/** A small sign of work; the words beside it say what for. Never instead of local data. */
export function Spinner({ className }: { readonly className?: string | undefined }) {
  return <span className={classNames(styles.spinner, className)} aria-hidden="true" />
}
