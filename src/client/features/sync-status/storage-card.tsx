import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../context/app-context.tsx'
import type { StorageRoom } from '../../context/app.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './sync-page.module.css'

/** How much fits on the tablet, and whether the browser has promised to keep it (ST3). */
export function StorageCard() {
  const app = useApp()
  const { t } = useTranslation('sync')
  const format = useFormat()
  const [room, setRoom] = useState<StorageRoom>()
  const [isDenied, setDenied] = useState(false)
  useEffect(() => {
    let isCurrent = true
    void app.storageRoom().then(found => {
      if (isCurrent) setRoom(found)
    })
    return () => {
      isCurrent = false
    }
  }, [app])
  if (!room) return null

  async function ask(): Promise<void> {
    setDenied(!(await app.askToPersist()))
    setRoom(await app.storageRoom())
  }
  return (
    <Card title={t('storage.title')}>
      <div className={styles.stack}>
        {room.quotaBytes === null ? (
          <p className={styles.soft}>{t('storage.unknown')}</p>
        ) : (
          <ProgressBar
            label={t('storage.used', {
              used: format.bytes(room.usedBytes ?? 0),
              quota: format.bytes(room.quotaBytes),
            })}
            done={room.usedBytes ?? 0}
            total={room.quotaBytes}
            count={false}
          />
        )}
        {room.photosLeft !== null && (
          <p className={styles.soft}>
            {t('storage.photosLeft', { count: room.photosLeft, shown: format.number(room.photosLeft) })}
          </p>
        )}
        <StateMark state={room.isPersisted ? 'done' : 'dueSoon'}>
          {t(room.isPersisted ? 'storage.persisted' : 'storage.notPersisted')}
        </StateMark>
        {!room.isPersisted && (
          <div>
            <Button onClick={() => void ask()}>{t('storage.ask')}</Button>
          </div>
        )}
        {isDenied && <p className={styles.soft}>{t('storage.denied')}</p>}
      </div>
    </Card>
  )
}
