import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { amendable, readAmendment, type Amendable } from '../../../domain/audits/amendment.ts'
import { areas } from '../../../domain/audits/area.ts'
import { findingFields, findingType } from '../../../domain/audits/finding-fields.ts'
import type { Finding } from '../../../domain/audits/finding.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { useGradeWords } from '../../context/use-grade-words.ts'
import { useApp } from '../../context/app-context.tsx'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './audit-report.module.css'
import type { ReportPage } from './use-report-page.ts'

interface Props {
  readonly page: ReportPage
  readonly thing: string
  readonly finding: Finding
  readonly onClose: () => void
}

/** Asks for a change of something signed: which part, to what, why. It counts once a second person agrees. */
export function AmendDialog({ page, thing, finding, onClose }: Props) {
  const app = useApp()
  const { t } = useTranslation(['auditReport', 'common'])
  const text = useLocalText()
  const gradeWords = useGradeWords()
  const [part, setPart] = useState<Amendable>('nature')
  const [typed, setTyped] = useState<string>()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<'reason' | 'value' | 'failed'>()
  const before = finding.request?.[part]
  const value: string = typed ?? (typeof before === 'string' ? before : (before ?? []).join(', '))

  async function save(): Promise<void> {
    if (reason.trim() === '') return setProblem('reason')
    const changed: JsonValue = part === 'clauses' ? value.split(/[,;\s]+/u).filter(Boolean) : value
    const amendment = { part, value: changed, reason }
    if (!readAmendment(amendment) || typed === undefined) return setProblem('value')
    const field = findingFields.amendment(app.newId())
    const saved = await app.save([{ feed: page.feed, type: findingType, thing, field, value: amendment }])
    if (saved.ok) onClose()
    else setProblem('failed')
  }

  const options =
    part === 'grade'
      ? gradeWords.map(({ id, label }) => ({ value: id, label: text(label) }))
      : part === 'area'
        ? areas.map(({ id, label }) => ({ value: id, label: text(label) }))
        : undefined
  return (
    <Dialog
      open
      mustAnswer
      title={t('amend.do')}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button look="primary" onClick={() => void save()}>
            {t('amend.ask')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p className={styles.soft}>{t('amend.hint')}</p>
        <Select
          label={t('amend.part')}
          empty={false}
          value={part}
          onChange={name => {
            setPart((name ?? 'nature') as Amendable)
            setTyped(undefined)
          }}
          options={amendable.map(name => ({ value: name, label: t(`part.${name}`) }))}
        />
        {options ? (
          <Select
            label={t('amend.value')}
            empty={false}
            value={value}
            onChange={chosen => setTyped(chosen ?? undefined)}
            options={options}
          />
        ) : (
          <TextArea label={t('amend.value')} value={value} onChange={setTyped} />
        )}
        <TextArea label={t('amend.reason')} required value={reason} onChange={setReason} rows={2} />
        {problem && (
          <Banner tone="danger" announce>
            {t(problem === 'value' ? 'amend.notChanged' : `sign.problem.${problem}`)}
          </Banner>
        )}
      </div>
    </Dialog>
  )
}
