import styles from './button.module.css'
import { classNames } from './class-names.ts'

export interface ButtonLook {
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined
  readonly fullWidth?: boolean | undefined
}

/** The classes shared by a button and by a link that looks like one. */
export function buttonClass({ look = 'secondary', fullWidth }: ButtonLook): string {
  return classNames(styles.button, styles[look], fullWidth && styles.fullWidth)
}
