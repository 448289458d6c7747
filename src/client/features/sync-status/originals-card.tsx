import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../context/app-context.tsx'
import type { OriginalsSetting } from '../../context/app.ts'
import { useSyncStatus } from '../../context/use-sync-status.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { SegmentedChoice } from '../../ui/segmented-choice.tsx'
import styles from './sync-page.module.css'

/** Whether photos in full size wait for Wi-Fi; text and thumbnails never do (SY12). */
export function OriginalsCard() {
  const { originals } = useApp()
  const { waitingForWifi } = useSyncStatus()
  const { t } = useTranslation('sync')
  const [setting, setSetting] = useState<OriginalsSetting>()
  useEffect(() => {
    let isCurrent = true
    void originals.setting().then(found => {
      if (isCurrent) setSetting(found)
    })
    return () => {
      isCurrent = false
    }
  }, [originals])
  if (setting === undefined) return null

  function choose(value: string | null): void {
    if (value !== 'always' && value !== 'onWifi') return
    setSetting(value)
    void originals.choose(value)
  }
  const count = waitingForWifi.size
  return (
    <Card title={t('originals.title')}>
      <div className={styles.stack}>
        <SegmentedChoice
          label={t('originals.label')}
          hint={t('originals.hint')}
          value={setting}
          onChange={choose}
          segments={[
            { value: 'always', label: t('originals.always'), icon: 'send' },
            { value: 'onWifi', label: t('originals.onWifi'), icon: 'hourglass' },
          ]}
        />
        {setting === 'onWifi' && (
          <p className={styles.soft}>{t(`originals.network.${originals.network()}`)}</p>
        )}
        {count > 0 && (
          <div className={styles.line}>
            <span>{t('originals.waiting', { count })}</span>
            <Button icon="send" onClick={originals.sendNow}>
              {t('originals.sendNow')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}
