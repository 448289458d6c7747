import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { To } from 'react-router'
import { buttonClass } from './button-look.ts'
import type { ButtonLook } from './button-look.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'

/** Goes somewhere (so it is a link) and looks like a button. */
export function ButtonLink({
  to,
  icon,
  iconEnd,
  children,
  ...look
}: ButtonLook & {
  readonly to: To
  readonly icon?: IconName | undefined
  readonly iconEnd?: IconName | undefined
  readonly children: ReactNode
}) {
  return (
    <Link to={to} className={buttonClass(look)}>
      {icon && <Icon name={icon} />}
      {children}
      {iconEnd && <Icon name={iconEnd} />}
    </Link>
  )
}
