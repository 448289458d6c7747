import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auditType } from '../../../domain/audits/audit-fields.ts'
import type { Audit } from '../../../domain/audits/audit.ts'
import type { DraftFinding } from '../../../domain/audits/draft-finding.ts'
import { withdrawalOf, type FieldValue } from '../../../domain/audits/finding-changes.ts'
import { mergeFindings } from '../../../domain/audits/merge-findings.ts'
import { splitFinding } from '../../../domain/audits/split-finding.ts'
import { useApp } from '../../context/app-context.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/use-toast.ts'
import styles from './audit-work.module.css'
import { useOpenFieldwork } from './fieldwork-context.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

/** Splitting, merging and withdrawing a finding; each with its reason. */
export function FindingActions({
  finding,
  audit,
}: {
  readonly finding: DraftFinding
  readonly audit: Audit
}) {
  const app = useApp()
  const { fieldwork, thing, feed } = useOpenFieldwork()
  const { t } = useTranslation('auditWork')
  const toast = useToast()
  const [asked, setAsked] = useState<'split' | 'merge' | 'withdraw'>()
  const [problem, setProblem] = useState<'noSeat' | 'notSaved'>()
  const { number } = finding
  const others = [...audit.findings.values()].filter(one => one.number !== number && !one.withdrawn)

  async function save(fields: readonly FieldValue[], message: string): Promise<void> {
    const saved = await app.save(fields.map(field => ({ feed, type: auditType, thing, ...field })))
    if (saved.ok) toast({ message, tone: 'success' })
    else setProblem('notSaved')
  }

  /** With what was typed last. */
  async function newest(of: string): Promise<DraftFinding | undefined> {
    await fieldwork.flush()
    return fieldwork.finding(of).finding
  }

  async function split(reason: string): Promise<void> {
    const seat = await app.seat()
    const current = await newest(number)
    if (seat === undefined || !current) {
      setProblem('noSeat')
      return
    }
    const numbers = [fieldwork.takeNumber(seat), fieldwork.takeNumber(seat)] as const
    await save(
      splitFinding(current, { numbers, reason }),
      t('split.done', { first: numbers[0], second: numbers[1] }),
    )
  }

  async function merge(chosen: readonly string[], reason: string): Promise<void> {
    const current = await newest(number)
    const merged = chosen.flatMap(one => fieldwork.finding(one).finding ?? [])
    if (current) await save(mergeFindings(current, merged, reason), t('merge.done', { number }))
  }

  const close = (): void => setAsked(undefined)
  return (
    <>
      {problem && (
        <Banner tone="danger" announce onDismiss={() => setProblem(undefined)}>
          {t(`raise.${problem}`)}
        </Banner>
      )}
      <div className={styles.buttons}>
        <Button look="quiet" icon="fork" onClick={() => setAsked('split')}>
          {t('split.do')}
        </Button>
        {others.length > 0 && (
          <Button look="quiet" icon="swap" onClick={() => setAsked('merge')}>
            {t('merge.do')}
          </Button>
        )}
        <Button look="quiet" icon="trash" onClick={() => setAsked('withdraw')}>
          {t('withdraw.do')}
        </Button>
      </div>
      {asked === 'split' && (
        <ReasonDialog
          title={t('split.title', { number })}
          hint={t('split.hint')}
          confirm={t('split.confirm')}
          onClose={close}
          onConfirm={reason => void split(reason).then(close)}
        />
      )}
      {asked === 'withdraw' && (
        <ReasonDialog
          title={t('withdraw.title', { number })}
          hint={t('withdraw.hint')}
          confirm={t('withdraw.do')}
          onClose={close}
          onConfirm={reason =>
            void save([withdrawalOf(number, reason)], t('withdraw.done', { number })).then(close)
          }
        />
      )}
      {asked === 'merge' && (
        <MergeDialog
          finding={finding}
          others={others}
          onClose={close}
          onConfirm={(chosen, reason) => void merge(chosen, reason).then(close)}
        />
      )}
    </>
  )
}
