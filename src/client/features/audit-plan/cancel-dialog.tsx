import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'

/** An audit is called off for ever, so it asks why. */
export function CancelDialog({
  isBusy,
  onClose,
  onCancelAudit,
}: {
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onCancelAudit: (reason: string) => void
}) {
  const { t } = useTranslation(['auditPlan', 'common'])
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isMissing = isAsked && reason.trim() === ''
  return (
    <Dialog
      open
      mustAnswer
      onClose={onClose}
      title={t('moves.cancel')}
      actions={
        <>
          <Button onClick={onClose}>{t('moves.keepIt')}</Button>
          <Button
            look="danger"
            busy={isBusy}
            onClick={() => {
              setAsked(true)
              if (reason.trim() !== '') onCancelAudit(reason.trim())
            }}
          >
            {t('moves.cancel')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('moves.reason')}
        hint={t('moves.reasonHint')}
        required
        error={isMissing ? t('moves.reasonMissing') : undefined}
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  )
}
