import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { heldQuestionField, settlementField } from '../../../sync/protocol/settlement-name.ts'
import { useApp } from '../../context/app-context.tsx'
import type { HeldElsewhereList } from '../../context/app.ts'
import { useHeld } from '../../context/use-held.ts'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-look.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { HeldWords } from './held-words.tsx'
import { AskedWords, SettledWords } from './said-words.tsx'
import styles from './sync-page.module.css'
import { useHeldPlace } from './use-held-place.ts'
import { useSettlements } from './use-settlements.ts'

interface Props {
  /** What the server told of the own ones, also where the person reads the feed no more. */
  readonly told: Pick<HeldElsewhereList, 'settled' | 'asked'> | undefined
}

/** Changes the server has not taken: why, what can be done, and what reviewers did. Nothing here is ever lost (SY4). */
export function HeldCard({ told }: Props) {
  const app = useApp()
  const held = useHeld()
  const settlements = useSettlements()
  const { t } = useTranslation('sync')
  const placeOf = useHeldPlace()
  const [settling, setSettling] = useState<string | null>(null)
  if (!held || held.length === 0) return null
  return (
    <Card title={t('held.title')} subtitle={t('held.hint')}>
      <ul className={styles.held}>
        {held.map(record => {
          const { id } = record.op
          const name = { op: id, author: app.person.id }
          const known = settlements?.settled.get(settlementField(name)) ?? told?.settled.get(id)
          const asked = settlements?.asked.get(heldQuestionField(name)) ?? told?.asked.get(id)
          const address = known?.result === 'accepted' ? undefined : placeOf(record.op)
          return (
            <li key={id} className={styles.item}>
              <HeldWords record={record} />
              {known && <SettledWords settled={known} />}
              {asked && !known && <AskedWords asked={asked} />}
              <div className={styles.buttons}>
                {known?.result !== 'accepted' && (
                  <Button icon="sync" onClick={() => void app.retryHeld(id)}>
                    {t('held.retry')}
                  </Button>
                )}
                {address !== undefined && (
                  <Link to={address} className={buttonClass({ look: 'secondary' })}>
                    {t('held.open')}
                  </Link>
                )}
                {known ? (
                  <Button look="quiet" onClick={() => void app.settleHeld(id)}>
                    {t('held.understood')}
                  </Button>
                ) : (
                  <Button look="quiet" onClick={() => setSettling(id)}>
                    {t('held.settle')}
                  </Button>
                )}
              </div>
            </li>
          )
        })}
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
