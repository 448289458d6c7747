import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mostMedia } from '../../../domain/qms/published-form.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/card.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { attachFile, type Attached, type AttachProblem } from './attach-file.ts'
import styles from './forms.module.css'

interface Props {
  readonly attached: readonly Attached[]
  readonly disabled: boolean
  readonly onChange: (attached: readonly Attached[]) => void
}

/** The files that an XLSForm names: tables to choose from, pictures of questions and choices. */
export function AttachedCard({ attached, disabled, onChange }: Props) {
  const { t } = useTranslation('forms')
  const [problems, setProblems] = useState<readonly AttachProblem[]>([])
  const [isBusy, setBusy] = useState(false)

  async function add(files: readonly File[]): Promise<void> {
    setBusy(true)
    let next = attached
    const refused: AttachProblem[] = []
    for (const file of files) {
      const taken = await attachFile(next, file)
      if (taken.ok) next = taken.value
      else refused.push(taken.error)
    }
    setProblems(refused)
    setBusy(false)
    if (next !== attached) onChange(next)
  }

  return (
    <Card title={t('attached.title')} subtitle={t('attached.hint')}>
      <div className={styles.publish}>
        {problems.length > 0 && (
          <Banner tone="danger" announce onDismiss={() => setProblems([])} title={t('attached.refused')}>
            <ul>
              {problems.map(({ name, type }) => (
                <li key={name} dir="auto">
                  {t(`attached.problem.${type}`, { name, limit: mostMedia })}
                </li>
              ))}
            </ul>
          </Banner>
        )}
        {attached.length > 0 && (
          <ul className={styles.versions} data-attached>
            {attached.map(({ name, kind }) => (
              <li key={name} className={styles.choose}>
                <IconButton
                  icon="trash"
                  label={t('attached.remove', { name })}
                  disabled={disabled}
                  onClick={() => onChange(attached.filter(one => one.name !== name))}
                />
                <bdi>{name}</bdi>
                <span className={styles.soft}>{t(`attached.${kind}`)}</span>
              </li>
            ))}
          </ul>
        )}
        <div className={styles.choose}>
          <FileButton
            label={t('attached.add')}
            accept=".csv,.png,.jpg,.jpeg,text/csv,image/png,image/jpeg"
            multiple
            disabled={disabled || isBusy}
            onFiles={files => void add(files)}
          />
          {isBusy && <Spinner />}
        </div>
      </div>
    </Card>
  )
}
