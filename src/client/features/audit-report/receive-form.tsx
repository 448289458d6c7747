import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { needsAction } from '../../../domain/audits/grade.ts'
import type { ReportContent, ReportedFinding } from '../../../domain/audits/report-content.ts'
import { useGradeWords } from '../../context/use-grade-words.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/card.tsx'
import { SegmentedChoice } from '../../ui/segmented-choice.tsx'
import { SignaturePad } from '../../ui/signature-pad.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './audit-report.module.css'

/** What the head of the commune says: of each finding, of the whole, and their signature. */
export interface Reception {
  readonly words: readonly { readonly number: string; readonly disputed: string | undefined }[]
  readonly opinion: string
  readonly png: Blob
}

interface Props {
  readonly content: ReportContent
  readonly signer: string
  /** Stands before the signature: the signer's password where they are not signed in. */
  readonly children?: ReactNode
  readonly onSign: (reception: Reception) => Promise<void>
}

interface Word {
  readonly choice: 'accepted' | 'disputed' | null
  readonly reason: string
}

/** Each finding that asks for action is accepted or disputed; then the signature. Nothing is saved before it. */
export function ReceiveForm({ content, signer, children, onSign }: Props) {
  const { t } = useTranslation('auditReport')
  const text = useLocalText()
  const gradeWords = useGradeWords()
  const [words, setWords] = useState<Readonly<Record<string, Word>>>({})
  const [opinion, setOpinion] = useState('')
  const [problem, setProblem] = useState<'choose' | 'reason'>()
  const asked = content.findings.filter(({ grade }) => needsAction(grade))
  const wordOf = (number: string): Word => words[number] ?? { choice: null, reason: '' }
  const set = (number: string, patch: Partial<Word>): void =>
    setWords(now => ({ ...now, [number]: { ...(now[number] ?? { choice: null, reason: '' }), ...patch } }))

  async function sign(png: Blob): Promise<void> {
    if (asked.some(({ number }) => wordOf(number).choice === null)) return setProblem('choose')
    const isMissing = asked.some(({ number }) => {
      const { choice, reason } = wordOf(number)
      return choice === 'disputed' && reason.trim() === ''
    })
    if (isMissing) return setProblem('reason')
    setProblem(undefined)
    await onSign({
      words: asked.map(({ number }) => {
        const { choice, reason } = wordOf(number)
        return { number, disputed: choice === 'disputed' ? reason : undefined }
      }),
      opinion,
      png,
    })
  }

  const gradeOf = ({ grade }: ReportedFinding): string =>
    text(gradeWords.find(({ id }) => id === grade)?.label ?? { vi: grade })
  return (
    <div className={styles.stack}>
      {asked.map(finding => {
        const { choice, reason } = wordOf(finding.number)
        return (
          <Card
            key={finding.number}
            title={`${gradeOf(finding)} · ${finding.clauses.join(', ')}`}
            subtitle={finding.number}
            titleLevel="h3"
          >
            <div className={styles.stack}>
              <p className={styles.words}>{finding.nature}</p>
              <p className={styles.soft}>{finding.proof}</p>
              <SegmentedChoice
                label={t('receive.word')}
                value={choice}
                onChange={value => set(finding.number, { choice: value as Word['choice'] })}
                segments={[
                  { value: 'accepted', label: t('receive.accepted'), icon: 'check', tone: 'success' },
                  { value: 'disputed', label: t('receive.disputed'), icon: 'comment', tone: 'warning' },
                ]}
              />
              {choice === 'disputed' && (
                <TextArea
                  label={t('receive.reason')}
                  required
                  value={reason}
                  onChange={value => set(finding.number, { reason: value })}
                  rows={2}
                />
              )}
            </div>
          </Card>
        )
      })}
      <TextArea label={t('receive.opinion')} value={opinion} onChange={setOpinion} rows={2} />
      {children}
      {problem && (
        <Banner tone="danger" announce>
          {t(`receive.problem.${problem}`)}
        </Banner>
      )}
      <p className={styles.soft}>{t('sign.internal')}</p>
      <SignaturePad label={t('sign.pad', { name: signer })} onDone={png => void sign(png)} />
    </div>
  )
}
