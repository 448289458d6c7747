import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ToastCard } from './toast-card.tsx'
import styles from './toast-host.module.css'
import { ToastContext } from './toast.ts'
import type { Toast } from './toast.ts'

interface ShownToast extends Toast {
  readonly key: number
}

const mostShown = 3

/** Holds the app and shows its toasts above everything, dialogs included. */
export function ToastHost({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('ui')
  const host = useRef<HTMLElement>(null)
  const lastKey = useRef(0)
  const [toasts, setToasts] = useState<readonly ShownToast[]>([])
  const show = useCallback((toast: Toast) => {
    lastKey.current += 1
    const shown = { ...toast, key: lastKey.current }
    setToasts(before => [...before.filter(other => other.message !== toast.message), shown].slice(-mostShown))
  }, [])
  const dismiss = useCallback((key: number) => {
    setToasts(before => before.filter(toast => toast.key !== key))
  }, [])
  const newest = toasts.at(-1)?.key
  useLayoutEffect(() => {
    const element = host.current
    if (newest === undefined || typeof element?.showPopover !== 'function') return
    // The top layer is a stack: leaving and entering puts the toasts above a dialog opened since.
    if (element.matches(':popover-open')) element.hidePopover()
    element.showPopover()
  }, [newest])
  return (
    <ToastContext value={show}>
      {children}
      <section ref={host} popover="manual" className={styles.host} aria-label={t('toast.label')}>
        <output className={styles.stack}>
          {toasts.map(toast => (
            <ToastCard key={toast.key} toast={toast} onDismiss={() => dismiss(toast.key)} />
          ))}
        </output>
      </section>
    </ToastContext>
  )
}
