import { initials } from './initials.ts'
import styles from './person-button.module.css'

export interface ShellPerson {
  readonly name: string
  readonly unit: string
  readonly onSelect: () => void
}

/** Who is signed in and for which unit: on a shared tablet the first thing to see. */
export function PersonButton({ person }: { readonly person: ShellPerson }) {
  return (
    <button type="button" className={styles.person} onClick={person.onSelect}>
      <span className={styles.words}>
        <span className={styles.name}>{person.name}</span>
        <span className={styles.unit}>{person.unit}</span>
      </span>
      <span className={styles.initials} aria-hidden>
        {initials(person.name)}
      </span>
    </button>
  )
}
