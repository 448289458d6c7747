import { useTranslation } from 'react-i18next'
import { auditFields } from '../../../domain/audits/audit-fields.ts'
import type { SampledFile } from '../../../domain/audits/sample.ts'
import { isVerdict, verdicts } from '../../../domain/audits/verdict.ts'
import type { Timing } from '../../context/field-saver.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useOpenFieldwork } from './fieldwork-context.tsx'
import styles from './sample-table.module.css'

interface Props {
  readonly check: string
  readonly file: SampledFile
  /** Its place in the list, from 1. */
  readonly number: number
  readonly disabled: boolean
}

/** One sampled file: its number, what it showed, a word on it. */
export function SampledRow({ check, file, number, disabled }: Props) {
  const { fieldwork } = useOpenFieldwork()
  const { t } = useTranslation(['auditWork', 'audits'])
  const name = auditFields.sampled(check, file.id)

  function change(part: Partial<SampledFile>, timing: Timing): void {
    const { file: title, verdict = null, note } = { ...file, ...part }
    fieldwork.put(name, { file: title, verdict, note }, timing)
  }

  return (
    <li className={styles.file}>
      <TextField
        label={t('sample.file', { number })}
        value={file.file}
        maxLength={200}
        disabled={disabled}
        onChange={next => change({ file: next }, 'whenPaused')}
        onBlur={() => void fieldwork.flush()}
      />
      <Select
        label={t('sample.verdict')}
        options={verdicts.map(verdict => ({ value: verdict, label: t(`audits:verdict.${verdict}`) }))}
        value={file.verdict ?? null}
        disabled={disabled}
        onChange={next => change({ verdict: isVerdict(next) ? next : undefined }, 'now')}
      />
      <TextField
        label={t('sample.note')}
        value={file.note}
        maxLength={2000}
        disabled={disabled}
        onChange={next => change({ note: next }, 'whenPaused')}
        onBlur={() => void fieldwork.flush()}
      />
      {!disabled && (
        <IconButton
          icon="trash"
          label={t('sample.remove', { number })}
          onClick={() => fieldwork.put(name, null, 'now')}
        />
      )}
    </li>
  )
}
