import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import styles from './section-nav.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface SectionNavItem {
  readonly key: string
  readonly title: string
  readonly done: number
  readonly total: number
  /** Something in it needs another look: an error, a returned question. */
  readonly hasProblem?: boolean | undefined
}

export interface SectionNavProps {
  readonly label: string
  readonly items: readonly SectionNavItem[]
  readonly currentKey?: string | undefined
  readonly onSelect: (key: string) => void
}

/** The sections of something long, each with how far it is. */
export function SectionNav({ label, items, currentKey, onSelect }: SectionNavProps) {
  const { t } = useTranslation('ui')
  return (
    <nav aria-label={label}>
      <ol className={styles.list}>
        {items.map((item, at) => (
          <li key={item.key}>
            <button
              type="button"
              className={styles.item}
              aria-current={item.key === currentKey ? 'step' : undefined}
              onClick={() => onSelect(item.key)}
            >
              <SectionSign item={item} at={at} />
              <span dir="auto" className={styles.title}>
                {item.title}
              </span>
              <span className={styles.count} aria-hidden="true">
                {t('progress.count', { done: item.done, total: item.total })}
              </span>
              <VisuallyHidden>
                {`, ${t('section.count', { done: item.done, total: item.total })}`}
                {item.hasProblem && `, ${t('section.problem')}`}
              </VisuallyHidden>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function SectionSign({ item, at }: { readonly item: SectionNavItem; readonly at: number }) {
  if (item.hasProblem) return <Icon name="warning" className={styles.problem} />
  if (item.total > 0 && item.done >= item.total) return <Icon name="checkCircle" className={styles.full} />
  return (
    <svg className={styles.ring} viewBox="0 0 24 24" aria-hidden="true">
      <circle className={styles.track} cx="12" cy="12" r="10" />
      {item.done > 0 && (
        <circle
          className={styles.part}
          cx="12"
          cy="12"
          r="10"
          pathLength={item.total}
          strokeDasharray={`${item.done} ${item.total}`}
        />
      )}
      <text className={styles.number} x="12" y="15.4">
        {at + 1}
      </text>
    </svg>
  )
}
