import type { ComponentPropsWithRef } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import styles from './icon-button.module.css'
import type { IconName } from './icon-shapes.ts'

export type IconButtonProps = Omit<
  ComponentPropsWithRef<'button'>,
  'className' | 'style' | 'children' | 'aria-label' | 'title'
> & {
  readonly icon: IconName
  readonly label: string
  readonly look?: 'quiet' | 'framed' | 'floating' | 'onBar' | undefined
}

/** A 48 px square with an icon; its label is what screen readers and the pointer's tooltip say. */
export function IconButton({ icon, label, look = 'quiet', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles.button, styles[look])}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  )
}
