import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { documentFields } from '../../../domain/qms/document-fields.ts'
import { documentMoves, documentStates, type DocumentState } from '../../../domain/qms/document-state.ts'
import { refuseDocumentMove } from '../../../domain/qms/refuse-document-change.ts'
import { useApp } from '../../context/app-context.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './documents.module.css'
import type { OpenDocument } from './open-document.ts'

/** The moves this person may make now, and no other; each asks for what goes with it. */
export function DocumentMoves({ open }: { readonly open: OpenDocument }) {
  const app = useApp()
  const { t } = useTranslation(['documents', 'common'])
  const { document, given, save } = open
  const [asked, setAsked] = useState<DocumentState>()
  const [reason, setReason] = useState('')
  const [decision, setDecision] = useState('')
  const [issuedOn, setIssuedOn] = useState<string | null>(null)
  const [problem, setProblem] = useState<'failed' | 'missing'>()
  // What the dialog will ask for is taken as given: roles and states decide which buttons there are.
  const full = { reason: '…', decision: '…', issuedOn: app.today() }
  const may = documentStates.filter(to => {
    const refusal = refuseDocumentMove({ to, ...full }, given)
    return refusal === undefined || (refusal === 'incomplete' && to === 'inReview')
  })

  async function move(to: DocumentState): Promise<void> {
    const made = {
      to,
      reason: reason.trim() || undefined,
      decision: decision.trim() || undefined,
      issuedOn: issuedOn ?? undefined,
    }
    if (refuseDocumentMove(made, given) !== undefined) return setProblem('missing')
    const value = Object.fromEntries(Object.entries(made).filter(([, one]) => one !== undefined))
    const saved = await save([
      { field: documentFields.move(app.newId()), value: value as Record<string, string> },
    ])
    if (!saved.ok) return setProblem('failed')
    setAsked(undefined)
    setReason('')
    setProblem(undefined)
  }

  function press(to: DocumentState): void {
    setProblem(undefined)
    const needs = documentMoves[document.state][to]?.needs ?? []
    if (needs.some(need => need === 'reason' || need === 'decision' || need === 'issuedOn')) setAsked(to)
    else void move(to)
  }

  if (may.length === 0) return null
  const needs = asked ? (documentMoves[document.state][asked]?.needs ?? []) : []
  return (
    <Card title={t('move.title')}>
      <div className={styles.stack}>
        {problem && !asked && (
          <Banner tone="danger" announce>
            {t(problem === 'failed' ? 'failed' : 'move.noFile')}
          </Banner>
        )}
        <div className={styles.buttons}>
          {may.map((to, at) => (
            <Button
              key={to}
              look={at === 0 && to !== 'changesAsked' ? 'primary' : 'secondary'}
              onClick={() => press(to)}
            >
              {t(`move.${document.state === 'issued' && to === 'draft' ? 'newRevision' : to}`)}
            </Button>
          ))}
        </div>
      </div>
      <Dialog
        open={asked !== undefined}
        mustAnswer
        title={
          asked ? t(`move.${document.state === 'issued' && asked === 'draft' ? 'newRevision' : asked}`) : ''
        }
        onClose={() => setAsked(undefined)}
        actions={
          <>
            <Button look="quiet" onClick={() => setAsked(undefined)}>
              {t('common:action.cancel')}
            </Button>
            <Button look="primary" onClick={() => asked && void move(asked)}>
              {t('common:action.ok')}
            </Button>
          </>
        }
      >
        <div className={styles.stack}>
          {needs.includes('reason') && (
            <TextArea label={t('move.reason')} required value={reason} onChange={setReason} rows={2} />
          )}
          {needs.includes('decision') && (
            <TextArea label={t('move.decision')} required value={decision} onChange={setDecision} rows={1} />
          )}
          {needs.includes('issuedOn') && (
            <DateField
              label={t('move.issuedOn')}
              required
              value={issuedOn}
              onChange={setIssuedOn}
              max={app.today()}
            />
          )}
          {problem && (
            <Banner tone="danger" announce>
              {t(problem === 'failed' ? 'failed' : 'move.missing')}
            </Banner>
          )}
        </div>
      </Dialog>
    </Card>
  )
}
