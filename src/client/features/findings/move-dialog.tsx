import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../context/app-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SignaturePad } from '../../ui/signature-pad.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { OpenMove } from './finding-moves.tsx'
import styles from './findings.module.css'

interface Props {
  readonly move: OpenMove
  readonly title: string
  readonly onClose: () => void
  readonly onMove: (reason: string, png?: Blob) => Promise<void>
}

/** Asks for what goes with a move: a reason, a drawn signature. */
export function MoveDialog({ move: { rule }, title, onClose, onMove }: Props) {
  const app = useApp()
  const { t } = useTranslation(['findings', 'common'])
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const needsReason = rule.needs.includes('reason')
  const needsSignature = rule.needs.includes('signature')

  function go(png?: Blob): void {
    if (needsReason && reason.trim() === '') return setMissing(true)
    void onMove(reason, png)
  }

  return (
    <Dialog
      open
      mustAnswer
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          {!needsSignature && (
            <Button look="primary" onClick={() => go()}>
              {t('common:action.ok')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.stack}>
        {needsReason && (
          <TextArea
            label={t('move.reason')}
            required
            value={reason}
            onChange={setReason}
            error={isMissing ? t('move.reasonMissing') : undefined}
          />
        )}
        {needsSignature && (
          <>
            <p className={styles.soft}>{t('move.internal')}</p>
            <SignaturePad label={t('move.pad', { name: app.person.name })} onDone={png => go(png)} />
          </>
        )}
      </div>
    </Dialog>
  )
}
