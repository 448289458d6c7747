import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import styles from './state-mark.module.css'
import { states } from './states.ts'
import type { StateName } from './states.ts'

export interface StateMarkProps {
  readonly state: StateName
  /** Other words than the usual ones: "Quá hạn 3 ngày". */
  readonly children?: ReactNode
  readonly look?: 'chip' | 'plain' | undefined
}

/** A state as shape and word. */
export function StateMark({ state, children, look = 'chip' }: StateMarkProps) {
  const { t } = useTranslation('ui')
  const { icon, tone } = states[state]
  return (
    <span className={classNames(styles.mark, styles[look], styles[tone])}>
      <Icon name={icon} size="s" />
      <span>{children ?? t(`state.${state}`)}</span>
    </span>
  )
}
