import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseFeedId } from '../../../domain/people/feed.ts'
import { parseResponseField } from '../../../domain/responses/response-fields.ts'
import type { HeldRecord } from '../../../sync/replica/replica-store.ts'
import { useApp } from '../../context/app-context.tsx'
import { findQuestion } from '../../context/forms.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useWatched } from '../../context/use-watched.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
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

function HeldWords({ record }: { record: HeldRecord }) {
  const { t } = useTranslation('sync')
  const text = useLocalText()
  const format = useFormat()
  const directory = useDirectory()
  const { op, reason, at } = record
  const field = parseResponseField(op.field)
  const question = field && 'question' in field ? findQuestion(field.question) : undefined
  const label = question ? text(question.label) : field && 'question' in field ? field.question : ''
  const kind = field && field.kind !== 'result' ? field.kind : 'other'
  const unit = directory?.tree.get(parseFeedId(op.feed)?.unit ?? '')?.fullName
  const value = typeof op.value === 'object' ? null : String(op.value)
  return (
    <>
      <span className={styles.what}>{t(`what.${kind}`, { question: label })}</span>
      <StateMark state="held">{t(`held.reason.${reason}`)}</StateMark>
      {value !== null && (
        <span className={styles.value}>
          {t('held.value')}: {value.slice(0, 300)}
        </span>
      )}
      <span className={styles.soft}>{[unit, format.dateTime(at)].filter(Boolean).join(' · ')}</span>
    </>
  )
}
