import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { responseFields } from '../../../domain/responses/response-fields.ts'
import { moves, type MoveTarget } from '../../../domain/responses/response-state.ts'
import { useApp } from '../../context/app-context.tsx'
import { ActionBar } from '../../ui/action-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useToast } from '../../ui/use-toast.ts'
import { useFilling, useFillingRevision } from './filling-context.tsx'
import { saveFields } from './save-fields.ts'

/** The moves the table allows from here, as the only buttons shown. */
export function ReviewActions() {
  const app = useApp()
  const { filling, thing, feed, unitName } = useFilling()
  useFillingRevision()
  const { t } = useTranslation('responses')
  const toast = useToast()
  const [asked, setAsked] = useState<MoveTarget | null>(null)
  const [reason, setReason] = useState('')
  const [hasTried, setTried] = useState(false)
  const rules = moves[filling.response().state]
  const mayReturn = rules.returned?.action === 'response.review'
  const mayApprove = rules.approved?.action === 'response.review'
  if (!mayReturn && !mayApprove) return null

  function close(): void {
    setAsked(null)
    setTried(false)
  }

  async function move(to: MoveTarget): Promise<void> {
    const words = reason.trim()
    setTried(true)
    if (rules[to]?.needsReason && words === '') return
    const value = words === '' ? { to } : { to, reason: words }
    const saved = await saveFields(app, { thing, feed }, [{ field: responseFields.move(app.newId()), value }])
    if (!saved.ok) {
      toast({ tone: 'danger', message: t('save.failed') })
      return
    }
    setReason('')
    close()
    toast({ tone: 'success', message: t(`state.${to}`) })
  }

  return (
    <>
      <ActionBar>
        {mayReturn && (
          <Button icon="undo" onClick={() => setAsked('returned')}>
            {t('review.return')}
          </Button>
        )}
        {mayApprove && (
          <Button look="primary" icon="check" onClick={() => setAsked('approved')}>
            {t('review.approve')}
          </Button>
        )}
      </ActionBar>
      <ConfirmDialog
        open={asked === 'returned'}
        title={t('review.return')}
        confirm={t('review.return')}
        onConfirm={() => void move('returned')}
        onCancel={close}
      >
        <TextArea
          label={t('review.returnAsk')}
          hint={t('review.returnHint')}
          required
          value={reason}
          onChange={setReason}
          error={hasTried && reason.trim() === '' ? t('review.reasonMissing') : undefined}
        />
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'approved'}
        title={t('review.approve')}
        confirm={t('review.approve')}
        onConfirm={() => void move('approved')}
        onCancel={close}
      >
        {t('review.approveAsk', { unit: unitName })}
      </ConfirmDialog>
    </>
  )
}
