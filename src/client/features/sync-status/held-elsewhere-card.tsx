import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../context/app-context.tsx'
import type { HeldElsewhereList } from '../../context/app.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { Card } from '../../ui/card.tsx'
import { HeldWords } from './held-words.tsx'
import styles from './sync-page.module.css'

/** For reviewers: what their communes' tablets offered and the server has not taken. */
export function HeldElsewhereCard() {
  const app = useApp()
  const nameOf = usePersonName()
  const { t } = useTranslation('sync')
  const [{ held, older }, setHeld] = useState<HeldElsewhereList>({ held: [], older: 0 })
  useEffect(() => {
    let isCurrent = true
    void app.heldElsewhere().then(found => {
      if (isCurrent && found) setHeld(found)
    })
    return () => {
      isCurrent = false
    }
  }, [app])
  if (held.length === 0) return null
  return (
    <Card title={t('held.elsewhere')} subtitle={t('held.elsewhereHint')}>
      <ul className={styles.held}>
        {held.map(record => (
          <li key={record.op.id} className={styles.item}>
            <HeldWords record={record} by={nameOf(record.author)} />
          </li>
        ))}
      </ul>
      {older > 0 && <p>{t('held.elsewhereOlder', { count: older })}</p>}
    </Card>
  )
}
