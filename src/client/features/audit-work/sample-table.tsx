import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auditFields } from '../../../domain/audits/audit-fields.ts'
import type { Check } from '../../../domain/audits/audit.ts'
import { readSample, sampleMethods } from '../../../domain/audits/sample.ts'
import { useApp } from '../../context/app-context.tsx'
import { Button } from '../../ui/button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { useOpenFieldwork } from './fieldwork-context.tsx'
import { SampledRow } from './sampled-row.tsx'
import styles from './sample-table.module.css'

interface Props {
  readonly check: string
  readonly value: Pick<Check, 'sample' | 'sampled'>
  readonly disabled: boolean
}

/** What was sampled: how many of how many, how they were chosen, and what each file showed. */
export function SampleTable({ check, value, disabled }: Props) {
  const app = useApp()
  const { fieldwork } = useOpenFieldwork()
  const { t } = useTranslation('auditWork')
  const { sampled } = value

  function addFile(): void {
    // Begins with the time, so that files stand in the order in which they were taken.
    const id = `${Date.parse(app.now()).toString(36)}${app.newId().slice(0, 6)}`
    fieldwork.put(auditFields.sampled(check, id), { file: '', verdict: null, note: '' }, 'now')
  }

  return (
    <fieldset className={styles.sample}>
      <legend className={styles.title}>{t('sample.title')}</legend>
      <SampleSize {...{ check, disabled }} sample={value.sample} />
      {sampled.length > 0 && (
        <ol className={styles.files}>
          {sampled.map((file, at) => (
            <SampledRow key={file.id} {...{ check, file, disabled }} number={at + 1} />
          ))}
        </ol>
      )}
      {!disabled && (
        <div>
          <Button icon="plus" onClick={addFile}>
            {t('sample.add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

interface SizeProps {
  readonly check: string
  readonly sample: Check['sample']
  readonly disabled: boolean
}

/** Saved as one, once it makes sense; until then it stands as it was typed. */
function SampleSize({ check, sample, disabled }: SizeProps) {
  const { fieldwork } = useOpenFieldwork()
  const { t } = useTranslation('auditWork')
  const [draft, setDraft] = useState<{
    population: number | null
    size: number | null
    method: string | null
  }>()
  const shown = draft ?? {
    population: sample?.population ?? null,
    size: sample?.size ?? null,
    method: sample?.method ?? null,
  }

  function change(part: Partial<typeof shown>): void {
    const next = { ...shown, ...part }
    const isEmpty = next.population === null && next.size === null && next.method === null
    const isWhole = readSample({ ...next }) !== undefined
    setDraft(isEmpty || isWhole ? undefined : next)
    if (isEmpty || isWhole)
      fieldwork.put(auditFields.sample(check), isEmpty ? null : { ...next }, 'whenPaused')
  }

  const isTooMany = shown.population !== null && shown.size !== null && shown.size > shown.population
  return (
    <div className={styles.size}>
      <NumberField
        label={t('sample.population')}
        value={shown.population}
        disabled={disabled}
        onChange={population => change({ population })}
      />
      <NumberField
        label={t('sample.size')}
        value={shown.size}
        disabled={disabled}
        error={isTooMany ? t('sample.tooMany') : undefined}
        onChange={size => change({ size })}
      />
      <Select
        label={t('sample.method')}
        options={sampleMethods.map(method => ({ value: method, label: t(`sample.methods.${method}`) }))}
        value={shown.method}
        disabled={disabled}
        onChange={method => change({ method })}
      />
      {draft && !isTooMany && <p className={styles.unfinished}>{t('sample.unfinished')}</p>}
    </div>
  )
}
