import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isValidOn } from '../../../domain/people/unit.ts'
import type { Report } from '../../../domain/audits/report.ts'
import { useApp } from '../../context/app-context.tsx'
import { useSignAs, type SignAsProblem } from '../../context/sign-as.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './audit-report.module.css'
import { ReceiveForm, type Reception } from './receive-form.tsx'
import { receiveReport } from './receive-report.ts'
import type { Closing } from './use-closing.ts'

/** The head of the commune receives the report on the auditors' tablet, with their own account and without a network. */
export function AuditeeCard({ closing, report }: { readonly closing: Closing; readonly report: Report }) {
  const app = useApp()
  const signAs = useSignAs()
  const directory = useDirectory()
  const { t } = useTranslation('auditReport')
  const [known, setKnown] = useState<ReadonlySet<string>>()
  const [person, setPerson] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<SignAsProblem>()
  const [signedBy, setSignedBy] = useState<string>()
  useEffect(() => {
    let isCurrent = true
    void signAs.listKnown().then(people => {
      if (isCurrent) setKnown(people)
    })
    return () => {
      isCurrent = false
    }
  }, [signAs])

  const today = app.today()
  // The head of the successor signs for a commune that has ended.
  const audited = directory?.tree.standing(closing.unit, today)?.id ?? closing.unit
  const heads = [...(directory?.people.values() ?? [])].filter(({ id }) =>
    directory
      ?.assignmentsOf(id)
      .some(held => held.role === 'communeLeader' && held.unit === audited && isValidOn(held, today)),
  )
  const chosen = heads.find(({ id }) => id === (person ?? heads[0]?.id))
  const { content, head, signatures } = report

  async function sign(reception: Reception): Promise<void> {
    if (!chosen || !head) return
    setProblem(undefined)
    const { changes, files } = await receiveReport({
      report: closing.reportThing,
      hash: head.hash,
      reception,
      newId: app.newId,
    })
    const saved = await signAs.save({ person: chosen.id, password, changes, files })
    setPassword('')
    if (!saved.ok) return setProblem(saved.error)
    setSignedBy(chosen.name)
    setOpen(false)
  }

  if (signatures.auditee || !content) return null
  return (
    <Card title={t('auditee.title')}>
      <div className={styles.stack}>
        {signedBy !== undefined ? (
          <Banner tone="success" announce>
            {t('auditee.signed', { name: signedBy })}
          </Banner>
        ) : heads.length === 0 ? (
          <p className={styles.soft}>{t('auditee.nobody')}</p>
        ) : !isOpen ? (
          <>
            <p className={styles.soft}>{t('auditee.hint')}</p>
            <Select
              label={t('auditee.who')}
              empty={false}
              value={chosen?.id ?? null}
              onChange={setPerson}
              options={heads.map(({ id, name }) => ({ value: id, label: name }))}
            />
            {known && chosen && !known.has(chosen.id) && (
              <Banner tone="info">{t('auditee.problem.unknownHere', { name: chosen.name })}</Banner>
            )}
            <div>
              <Button
                look="primary"
                icon="signature"
                disabled={!chosen || known?.has(chosen.id) !== true}
                onClick={() => setOpen(true)}
              >
                {t('auditee.begin')}
              </Button>
            </div>
          </>
        ) : (
          chosen && (
            <ReceiveForm content={content} signer={chosen.name} onSign={sign}>
              <PasswordField
                label={t('auditee.password', { name: chosen.name })}
                value={password}
                onChange={setPassword}
                name="auditee-password"
                autoComplete="new-password"
              />
              {problem && (
                <Banner tone="danger" announce>
                  {problemText(problem)}
                </Banner>
              )}
            </ReceiveForm>
          )
        )}
      </div>
    </Card>
  )

  function problemText(one: SignAsProblem): string {
    switch (one.type) {
      case 'tooManyTries':
        return t('auditee.problem.tooManyTries', { count: one.seconds })
      case 'unknownHere':
        return t('auditee.problem.unknownHere', { name: chosen?.name ?? '' })
      case 'wrongPassword':
        return t('auditee.problem.wrongPassword')
      case 'storeFailed':
      case 'quotaExceeded':
      case 'databaseGone':
      case 'valueTooLarge':
      case 'databaseFailed':
        return t('auditee.problem.failed')
    }
  }
}
