import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportFields, reportType } from '../../../domain/audits/report-fields.ts'
import { reportMoves, reportStates, type ReportState } from '../../../domain/audits/report-state.ts'
import { refuseReportMove } from '../../../domain/audits/refuse-report-change.ts'
import { useApp } from '../../context/app-context.tsx'
import { useScope } from '../../context/use-scope.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './audit-report.module.css'
import type { ReportPage } from './use-report-page.ts'

const looks = { approved: 'primary', returned: 'secondary', issued: 'primary' } as const

/** The moves that this person may make now, and no other. */
export function ReportActions({ page }: { readonly page: ReportPage }) {
  const app = useApp()
  const scope = useScope()
  const { t } = useTranslation(['auditReport', 'common'])
  const [asked, setAsked] = useState<ReportState>()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<'reason' | 'failed'>()
  const { report, thing, feed, unit } = page
  const given = {
    report,
    person: app.person.id,
    mayDo: (action: Parameters<NonNullable<typeof scope>['mayDo']>[0]) => scope?.mayDo(action, unit) === true,
  }
  const may = reportStates.filter(to => {
    const refusal = refuseReportMove({ to, reason: '…' }, given)
    return refusal === undefined
  })
  if (may.length === 0) return null

  async function move(to: ReportState): Promise<void> {
    const needsReason = reportMoves[report.state][to]?.needsReason === true
    if (needsReason && asked === undefined) return setAsked(to)
    if (needsReason && reason.trim() === '') return setProblem('reason')
    const value = { to, ...(reason.trim() !== '' && { reason }) }
    const saved = await app.save([
      { feed, type: reportType, thing, field: reportFields.move(app.newId()), value },
    ])
    if (!saved.ok) return setProblem('failed')
    setAsked(undefined)
    setReason('')
  }

  return (
    <div className={styles.buttons}>
      {may.map(to => (
        <Button
          key={to}
          look={looks[to]}
          icon={to === 'returned' ? 'undo' : 'check'}
          onClick={() => void move(to)}
        >
          {t(`move.${to}`)}
        </Button>
      ))}
      {asked === undefined && problem === 'failed' && (
        <Banner tone="danger" announce>
          {t('sign.problem.failed')}
        </Banner>
      )}
      <Dialog
        open={asked !== undefined}
        mustAnswer
        title={asked ? t(`move.${asked}`) : ''}
        problem={problem === 'failed' && t('sign.problem.failed')}
        onClose={() => setAsked(undefined)}
        actions={
          <>
            <Button look="quiet" onClick={() => setAsked(undefined)}>
              {t('common:action.cancel')}
            </Button>
            <Button look="primary" onClick={() => asked && void move(asked)}>
              {t('common:action.send')}
            </Button>
          </>
        }
      >
        <TextArea
          label={t(asked === 'issued' ? 'move.answer' : 'move.reason')}
          hint={t(asked === 'issued' ? 'move.answerHint' : 'move.reasonHint')}
          required
          value={reason}
          onChange={setReason}
          error={problem === 'reason' && reason.trim() === '' ? t('sign.problem.reason') : undefined}
        />
      </Dialog>
    </div>
  )
}
