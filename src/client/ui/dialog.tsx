import { useId, useLayoutEffect, useRef } from 'react'
import type { MouseEvent, ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from './banner.tsx'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'

export interface DialogProps {
  readonly open: boolean
  /** Escape, the close button and a tap beside the dialog ask for it; the owner sets `open`. */
  readonly onClose: () => void
  readonly title: ReactNode
  readonly children?: ReactNode
  /** Why the main button did nothing: it stands beside the buttons, for the field at fault may be out of sight. */
  readonly problem?: string | false | undefined
  /** Buttons, the main one last. */
  readonly actions?: ReactNode
  readonly width?: 'narrow' | 'wide' | undefined
  /** Where the sheet hangs on phones; `above` keeps what is typed in, and what it finds, clear of the keyboard. */
  readonly phone?: 'below' | 'above' | undefined
  /** Leaving needs one of the actions: nothing typed is lost by a stray tap. */
  readonly mustAnswer?: boolean | undefined
  /** Where the focus goes first; the title, unless told otherwise. */
  readonly initialFocus?: RefObject<HTMLElement | null> | undefined
}

/** The native modal dialog (focus stays inside and returns afterwards); a sheet from below on phones. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

function OpenDialog({
  onClose,
  title,
  children,
  problem = false,
  actions,
  width = 'narrow',
  phone = 'below',
  mustAnswer = false,
  initialFocus,
}: Omit<DialogProps, 'open'>) {
  const { t } = useTranslation('ui')
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    markModal()
    const first = initialFocus?.current ?? heading.current
    first?.focus()
    return () => {
      element?.close()
      markModal()
    }
  }, [initialFocus])
  const closeBeside = (event: MouseEvent<HTMLDialogElement>) => {
    // The dialog has no padding, so only a tap on its backdrop has the dialog itself as target.
    if (event.target === event.currentTarget && !mustAnswer) onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape is the keyboard's way
    <dialog
      ref={dialog}
      className={classNames(styles.dialog, styles[width], styles[phone])}
      aria-labelledby={titleId}
      onCancel={event => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        if (!mustAnswer) onClose()
      }}
      onClick={closeBeside}
    >
      <div className={styles.sheet}>
        <header className={styles.header}>
          <h2 id={titleId} ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          {!mustAnswer && <IconButton icon="cross" label={t('dialog.close')} onClick={onClose} />}
        </header>
        {children != null && <div className={styles.body}>{children}</div>}
        {problem !== false && (
          <div className={styles.problem}>
            <Banner tone="danger" announce>
              {problem}
            </Banner>
          </div>
        )}
        {actions != null && <footer className={styles.actions}>{actions}</footer>}
      </div>
    </dialog>
  )
}

/** For the style sheet: `html:has(dialog:modal)` would have the browser look through the page at each change of it. */
function markModal(): void {
  document.documentElement.toggleAttribute('data-modal', document.querySelector('dialog:modal') !== null)
}
