import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trainingFields } from '../../../domain/qms/training-fields.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { OpenSession } from './open-session.ts'
import styles from './training.module.css'

/** Takes a session out, with a reason, as long as nobody was there; and back in. */
export function CancelSession({ open: { training, save } }: { readonly open: OpenSession }) {
  const { t } = useTranslation(['training', 'common'])
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [hasFailed, setFailed] = useState(false)
  if (training.attendance.size > 0) return null

  async function set(value: string | null): Promise<void> {
    const saved = await save([{ field: trainingFields.cancelled, value }])
    setFailed(!saved.ok)
    if (saved.ok) setAsking(false)
  }

  return (
    <div>
      {hasFailed && (
        <Banner tone="danger" announce>
          {t('failed')}
        </Banner>
      )}
      {training.cancelled === undefined ? (
        <Button look="quiet" icon="cross" onClick={() => setAsking(true)}>
          {t('cancel.do')}
        </Button>
      ) : (
        <Button icon="undo" onClick={() => void set(null)}>
          {t('cancel.undo')}
        </Button>
      )}
      <Dialog
        open={isAsking}
        mustAnswer
        title={t('cancel.do')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t('common:action.back')}
            </Button>
            <Button look="primary" disabled={reason.trim() === ''} onClick={() => void set(reason.trim())}>
              {t('cancel.do')}
            </Button>
          </>
        }
      >
        <div className={styles.stack}>
          <TextArea label={t('cancel.reason')} required value={reason} onChange={setReason} rows={2} />
        </div>
      </Dialog>
    </div>
  )
}
