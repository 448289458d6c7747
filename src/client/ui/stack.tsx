import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './stack.module.css'

export interface StackProps {
  readonly gap?: 's' | 'm' | 'l' | undefined
  /** `reading` keeps a form or a text as wide as one reads. */
  readonly width?: 'full' | 'reading' | undefined
  readonly children: ReactNode
}

/** Things below each other, evenly apart. */
export function Stack({ gap = 'm', width = 'full', children }: StackProps) {
  return <div className={classNames(styles.stack, styles[gap], styles[width])}>{children}</div>
}
