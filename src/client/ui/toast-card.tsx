import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import { Icon } from './icon.tsx'
import styles from './toast-card.module.css'
import type { Toast } from './toast.ts'

const icons = { neutral: 'info', success: 'checkCircle', warning: 'warning', danger: 'octagon' } as const

export function ToastCard({ toast, onDismiss }: { readonly toast: Toast; readonly onDismiss: () => void }) {
  const { t } = useTranslation('ui')
  const [isHeld, setHeld] = useState(false)
  const { tone = 'neutral', action, durationMs = action ? 10_000 : 5_000 } = toast
  const dismiss = useEffectEvent(onDismiss)
  useEffect(() => {
    if (isHeld) return undefined
    const timer = setTimeout(() => dismiss(), durationMs)
    return () => clearTimeout(timer)
  }, [isHeld, durationMs])
  return (
    <div
      className={styles.card}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={icons[tone]} className={classNames(styles.icon, styles[tone])} />
      <p className={styles.message}>{toast.message}</p>
      {action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            action.onSelect()
            onDismiss()
          }}
        >
          {action.label}
        </button>
      )}
      <span className={styles.dismiss}>
        <IconButton icon="cross" label={t('toast.dismiss')} onClick={onDismiss} />
      </span>
    </div>
  )
}
