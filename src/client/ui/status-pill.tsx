import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import styles from './status-pill.module.css'
import type { Tone } from './tone.ts'

export interface StatusPillProps {
  readonly icon: IconName
  readonly tone: Tone
  readonly label: string
  /** What is left of it on a phone: "12", "OK". Without it the whole label stays. */
  readonly shortLabel?: string | undefined
  readonly isTurning?: boolean | undefined
  readonly onSelect: () => void
}

/** The state of the whole app in the top bar (how much waits to be sent), to tap for more. */
export function StatusPill({ icon, tone, label, shortLabel, isTurning, onSelect }: StatusPillProps) {
  return (
    <button type="button" className={styles.pill} title={label} onClick={onSelect}>
      <span className={classNames(styles.face, styles[tone])}>
        <Icon name={icon} size="s" className={isTurning ? styles.turning : undefined} />
        <span className={shortLabel === undefined ? undefined : styles.long}>{label}</span>
        {shortLabel !== undefined && (
          <span className={styles.short} aria-hidden>
            {shortLabel}
          </span>
        )}
      </span>
    </button>
  )
}
