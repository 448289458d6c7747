import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportContent } from '../../../domain/audits/report-content.ts'
import { useApp } from '../../context/app-context.tsx'
import { useScope } from '../../context/use-scope.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ReceiveForm, type Reception } from './receive-form.tsx'
import { receiveReport } from './receive-report.ts'
import type { ReportPage } from './use-report-page.ts'

/** The head of the commune receives the report on their own tablet. */
export function ReceiveCard({
  page,
  content,
}: {
  readonly page: ReportPage
  readonly content: ReportContent
}) {
  const app = useApp()
  const scope = useScope()
  const { t } = useTranslation('auditReport')
  const [isOpen, setOpen] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const { report, thing, unit } = page
  const { head } = report
  if (report.signatures.auditee || !head || scope?.mayDo('finding.accept', unit) !== true) return null

  async function sign(reception: Reception): Promise<void> {
    if (!head) return
    const { changes, files } = await receiveReport({
      report: thing,
      hash: head.hash,
      reception,
      newId: app.newId,
    })
    const saved = await app.save(changes, files)
    setFailed(!saved.ok)
  }

  return (
    <Card title={t('receive.title')}>
      {hasFailed && (
        <Banner tone="danger" announce>
          {t('sign.problem.failed')}
        </Banner>
      )}
      {isOpen ? (
        <ReceiveForm content={content} signer={app.person.name} onSign={sign} />
      ) : (
        <Button look="primary" icon="signature" onClick={() => setOpen(true)}>
          {t('receive.begin')}
        </Button>
      )}
    </Card>
  )
}
