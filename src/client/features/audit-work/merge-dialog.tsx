import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftFinding } from '../../../domain/audits/draft-finding.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './audit-work.module.css'

interface Props {
  readonly finding: DraftFinding
  readonly others: readonly DraftFinding[]
  readonly onConfirm: (chosen: readonly string[], reason: string) => void
  readonly onClose: () => void
}

/** Which findings go into this one, and why. */
export function MergeDialog({ finding, others, onConfirm, onClose }: Props) {
  const { t } = useTranslation(['auditWork', 'ui'])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isReady = chosen.length > 0 && reason.trim() !== ''
  return (
    <Dialog
      open
      mustAnswer
      title={t('merge.title', { number: finding.number })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui:dialog.cancel')}</Button>
          <Button
            look="primary"
            onClick={() => (isReady ? onConfirm(chosen, reason.trim()) : setAsked(true))}
          >
            {t('merge.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles.details}>
        <p className={styles.soft}>{t('merge.hint', { number: finding.number })}</p>
        <ChoiceList
          kind="many"
          label={t('merge.choose')}
          required
          options={others.map(({ number, nature, requirement }) => ({
            value: number,
            label: [number, (nature || requirement).slice(0, 120)].filter(Boolean).join(' – '),
          }))}
          value={chosen}
          error={isAsked && chosen.length === 0 ? t('merge.chooseMissing') : undefined}
          onChange={setChosen}
        />
        <TextArea
          label={t('reason')}
          required
          value={reason}
          maxLength={2000}
          error={isAsked && reason.trim() === '' ? t('reasonMissing') : undefined}
          onChange={setReason}
        />
      </div>
    </Dialog>
  )
}
