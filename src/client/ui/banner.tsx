import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './banner.module.css'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import { Icon } from './icon.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

const icons = { info: 'info', success: 'checkCircle', warning: 'warning', danger: 'octagon' } as const

export interface BannerProps {
  readonly tone: keyof typeof icons
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly onDismiss?: (() => void) | undefined
  /** It appeared while the person was doing something else: have it said. */
  readonly announce?: boolean | undefined
}

/** Something to know about the whole page. */
export function Banner({ tone, title, children, action, onDismiss, announce }: BannerProps) {
  const { t } = useTranslation('ui')
  return (
    <div
      className={classNames(styles.banner, styles[tone])}
      role={announce ? (tone === 'danger' ? 'alert' : 'status') : undefined}
    >
      <Icon name={icons[tone]} className={styles.icon} />
      <div className={styles.content}>
        <div className={styles.words}>
          <VisuallyHidden>{`${t(`banner.${tone}`)}: `}</VisuallyHidden>
          {title != null && <p className={styles.title}>{title}</p>}
          {children != null && <div>{children}</div>}
        </div>
        {action != null && <div className={styles.action}>{action}</div>}
      </div>
      {onDismiss && (
        <span className={styles.dismiss}>
          <IconButton icon="cross" label={t('dialog.close')} onClick={onDismiss} />
        </span>
      )}
    </div>
  )
}
