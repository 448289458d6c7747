import type { ReactNode } from 'react'
import { Link, type To } from 'react-router'
import { buttonClass, type ButtonLook } from './button-look.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'

export type ButtonLinkProps = ButtonLook & {
  readonly to: To
  readonly icon?: IconName | undefined
  readonly iconEnd?: IconName | undefined
  readonly children: ReactNode
}

/** A link that looks like a button: it leads somewhere, and does nothing else. */
export function ButtonLink({ to, look, fullWidth, icon, iconEnd, children }: ButtonLinkProps) {
  return (
    <Link to={to} className={buttonClass({ look, fullWidth })}>
      {icon && <Icon name={icon} />}
      {children}
      {iconEnd && <Icon name={iconEnd} />}
    </Link>
  )
}
