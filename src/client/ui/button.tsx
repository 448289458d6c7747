import type { ComponentPropsWithRef, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from './button-look.ts'
import type { ButtonLook } from './button-look.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import { Spinner } from './spinner.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export type ButtonProps = ButtonLook &
  Omit<ComponentPropsWithRef<'button'>, 'className' | 'style'> & {
    readonly icon?: IconName | undefined
    readonly iconEnd?: IconName | undefined
    /** Work is under way: keeps its place and focus, ignores further taps. */
    readonly busy?: boolean | undefined
    readonly children: ReactNode
  }

export function Button({ look, fullWidth, icon, iconEnd, busy, children, onClick, ...rest }: ButtonProps) {
  const { t } = useTranslation('ui')
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ look, fullWidth })}
      aria-disabled={busy || undefined}
      onClick={busy ? event => event.preventDefault() : onClick}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      {children}
      {busy && <VisuallyHidden>{t('busy')}</VisuallyHidden>}
      {iconEnd && <Icon name={iconEnd} />}
    </button>
  )
}
