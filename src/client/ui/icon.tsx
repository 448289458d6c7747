import { classNames } from './class-names.ts'
import { iconShapes, solidParts } from './icon-shapes.ts'
import type { IconName } from './icon-shapes.ts'
import styles from './icon.module.css'

/** Decoration beside words: screen readers skip it. */
export function Icon({
  name,
  size = 'm',
  className,
}: {
  readonly name: IconName
  readonly size?: 's' | 'm' | 'l' | undefined
  readonly className?: string | undefined
}) {
  return (
    <svg className={classNames(styles.icon, styles[size], className)} viewBox="0 0 24 24" aria-hidden="true">
      <path d={iconShapes[name]} />
      {solidParts[name] && <path d={solidParts[name]} className={styles.solid} />}
    </svg>
  )
}
