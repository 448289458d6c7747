import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../context/app-context.tsx'
import { useWatched } from '../../context/use-watched.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { HeldWords } from './held-words.tsx'
import styles from './sync-page.module.css'

/** Changes the server has not taken: why, and what can be done. Nothing here is ever lost (SY4). */
export function HeldCard() {
  const app = useApp()
  const held = useWatched(() => app.watchHeld(), `${app.person.id} held`)
  const { t } = useTranslation('sync')
  const [settling, setSettling] = useState<string | null>(null)
  if (!held || held.length === 0) return null
  return (
    <Card title={t('held.title')} subtitle={t('held.hint')}>
      <ul className={styles.held}>
        {held.map(record => (
          <li key={record.op.id} className={styles.item}>
            <HeldWords record={record} />
            <div className={styles.buttons}>
              <Button icon="sync" onClick={() => void app.retryHeld(record.op.id)}>
                {t('held.retry')}
              </Button>
              <Button look="quiet" onClick={() => setSettling(record.op.id)}>
                {t('held.settle')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={settling !== null}
        title={t('held.settle')}
        confirm={t('held.settle')}
        onConfirm={() => {
          if (settling !== null) void app.settleHeld(settling)
          setSettling(null)
        }}
        onCancel={() => setSettling(null)}
      >
        {t('held.settleAsk')}
      </ConfirmDialog>
    </Card>
  )
}
