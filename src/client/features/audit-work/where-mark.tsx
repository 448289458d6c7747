import { useCallback, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './audit-work.module.css'
import { useOpenFieldwork } from './fieldwork-context.tsx'

const marks = { saving: 'sending', failed: 'failed', onTablet: 'onTablet', atServer: 'atServer' } as const

/** Where what a card shows is by now; the card itself need not be drawn again when that changes. */
export function WhereMark({ topic }: { readonly topic: string }) {
  const { fieldwork } = useOpenFieldwork()
  const { t } = useTranslation('responses')
  const subscribe = useCallback(
    (listener: () => void) => fieldwork.subscribe(topic, listener),
    [fieldwork, topic],
  )
  const whereabouts = useSyncExternalStore(subscribe, () => fieldwork.whereabouts(topic))
  if (whereabouts === 'none') return null
  return (
    <output className={styles.where} data-where={whereabouts}>
      <StateMark state={marks[whereabouts]} look="plain">
        {t(`where.${whereabouts}`)}
      </StateMark>
    </output>
  )
}
