import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../context/app-context.tsx'
import { usePersonName } from '../../context/use-person-name.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SignaturePad } from '../../ui/signature-pad.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { leadOf } from '../../../domain/audits/audit.ts'
import styles from './audit-report.module.css'
import { signAudit } from './sign-audit.ts'
import type { Closing } from './use-closing.ts'

/** The lead auditor signs: from then on the audit is frozen, and the commune has the report and its findings. */
export function SignCard({ closing, isLead }: { readonly closing: Closing; readonly isLead: boolean }) {
  const app = useApp()
  const { t } = useTranslation(['auditReport', 'common'])
  const nameOf = usePersonName()
  const [isSigning, setSigning] = useState(false)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<'failed' | 'reason'>()
  const { gaps, audit } = closing
  const isWhole = gaps.checks.length + gaps.findings.length === 0
  const needsReason = gaps.unfinished.length > 0
  const lead = leadOf(audit)

  async function sign(png: Blob): Promise<void> {
    if (needsReason && reason.trim() === '') return setProblem('reason')
    const saved = await signAudit(app, closing, { png, reason: needsReason ? reason : '' })
    if (saved.ok) setSigning(false)
    else setProblem('failed')
  }

  return (
    <Card title={t('sign.title')}>
      <div className={styles.stack}>
        {!isLead ? (
          <Banner tone="info">{t('sign.onlyLead', { name: lead === undefined ? '' : nameOf(lead) })}</Banner>
        ) : (
          <>
            <p className={styles.soft}>{t('sign.hint')}</p>
            {!isWhole && <Banner tone="warning">{t('sign.notWhole')}</Banner>}
            <div>
              <Button look="primary" icon="signature" disabled={!isWhole} onClick={() => setSigning(true)}>
                {t('sign.do')}
              </Button>
            </div>
          </>
        )}
      </div>
      <Dialog
        open={isSigning}
        mustAnswer
        title={t('sign.do')}
        onClose={() => setSigning(false)}
        actions={
          <Button look="quiet" onClick={() => setSigning(false)}>
            {t('common:action.cancel')}
          </Button>
        }
      >
        <div className={styles.stack}>
          {problem && (
            <Banner tone="danger" announce>
              {t(`sign.problem.${problem}`)}
            </Banner>
          )}
          {needsReason && (
            <>
              <Banner tone="warning">
                {t('sign.unfinished', { names: gaps.unfinished.map(nameOf).join(', ') })}
              </Banner>
              <TextArea label={t('sign.reason')} required value={reason} onChange={setReason} rows={2} />
            </>
          )}
          <p className={styles.soft}>{t('sign.internal')}</p>
          <SignaturePad label={t('sign.pad', { name: app.person.name })} onDone={png => void sign(png)} />
        </div>
      </Dialog>
    </Card>
  )
}
