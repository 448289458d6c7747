import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SyncStatus } from '../../network/sync-runner.ts'
import { useSyncStatus } from '../../context/use-sync-status.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { WaitingThing } from './group-waiting.ts'
import styles from './sync-page.module.css'
import type { ThingWords } from './use-thing-words.ts'
import { WaitingFiles } from './waiting-files.tsx'

interface Props {
  readonly thing: WaitingThing
  readonly words: ThingWords
}

/** One thing that waits: what it is, how much of it, and each of its photos. */
export function WaitingThingItem({ thing, words }: Props) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const status = useSyncStatus()
  const [isOpen, setOpen] = useState(false)
  const { changes, files } = thing
  const bytes = files.flatMap(file => file.unsent).reduce((sum, { size }) => sum + size, 0)
  const to = words.addressOf(thing)
  const title = words.titleOf(thing)
  const amount = [
    changes > 0 && t('waiting.changes', { count: changes }),
    files.length > 0 && t('waiting.photos', { count: files.length, size: format.bytes(bytes) }),
  ]
  return (
    <li className={styles.item} data-thing={thing.thing}>
      <div className={styles.line}>
        <div className={styles.words}>
          {to === undefined ? (
            <span className={styles.what}>{title}</span>
          ) : (
            <Link to={to} className={styles.link}>
              {title}
            </Link>
          )}
          <span className={styles.soft}>
            {[words.unitOf(thing.feed), ...amount].filter(Boolean).join(' · ')}
          </span>
        </div>
        <ThingState thing={thing} status={status} />
      </div>
      {files.length > 0 && (
        <div>
          <Button
            look="quiet"
            icon={isOpen ? 'chevronUp' : 'chevronDown'}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'waiting.hidePhotos' : 'waiting.showPhotos')}
          </Button>
        </div>
      )}
      {isOpen && <WaitingFiles thing={thing} words={words} status={status} />}
    </li>
  )
}

function ThingState({ thing, status }: { readonly thing: WaitingThing; readonly status: SyncStatus }) {
  const { t } = useTranslation('sync')
  const unsent = thing.files.flatMap(file => file.unsent)
  if (unsent.some(({ sha256 }) => status.refusedFiles.has(sha256)))
    return <StateMark state="failed">{t('waiting.state.refused')}</StateMark>
  const isSendingFile = unsent.some(({ sha256 }) => status.sending?.sha256 === sha256)
  if (status.phase === 'syncing' && (thing.changes > 0 || isSendingFile)) return <StateMark state="sending" />
  const isForWifi = unsent.length > 0 && unsent.every(({ sha256 }) => status.waitingForWifi.has(sha256))
  if (thing.changes === 0 && isForWifi)
    return <StateMark state="waiting">{t('waiting.state.wifi')}</StateMark>
  return <StateMark state="onTablet" />
}
