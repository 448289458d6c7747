import { useTranslation } from 'react-i18next'
import { useSyncStatus } from '../../context/use-sync-status.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './sync-page.module.css'
import { useThingWords } from './use-thing-words.ts'
import { useWaiting } from './use-waiting.ts'
import { WaitingThingItem } from './waiting-thing-item.tsx'

/** Everything that only this tablet has, by thing: those whose photos the server refused come first. */
export function WaitingCard() {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const waiting = useWaiting()
  const words = useThingWords()
  const { refusedFiles } = useSyncStatus()
  if (!waiting) return null
  const { things, unnamed } = waiting
  const isRefused = (thing: (typeof things)[number]): boolean =>
    thing.files.some(file => file.unsent.some(({ sha256 }) => refusedFiles.has(sha256)))
  const sorted = [...things].sort((a, b) => Number(isRefused(b)) - Number(isRefused(a)))
  const bytes = unnamed.reduce((sum, { size }) => sum + size, 0)
  const isEmpty = sorted.length + unnamed.length === 0
  return (
    <Card title={t('waiting.title')} subtitle={isEmpty ? undefined : t('safe')}>
      {isEmpty && <StateMark state="done">{t('waiting.none')}</StateMark>}
      {!isEmpty && (
        <ul className={styles.held}>
          {sorted.map(thing => (
            <WaitingThingItem key={thing.thing} thing={thing} words={words} />
          ))}
          {unnamed.length > 0 && (
            <li className={styles.item}>
              <span className={styles.soft}>
                {t('waiting.unnamed', { count: unnamed.length, size: format.bytes(bytes) })}
              </span>
            </li>
          )}
        </ul>
      )}
    </Card>
  )
}
