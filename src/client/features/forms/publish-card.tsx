import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nextVersion } from '../../../domain/forms/next-version.ts'
import type { FormVersion } from '../../../domain/forms/form-version.ts'
import { isPublishableVersion } from '../../../domain/qms/published-form.ts'
import { useApp } from '../../context/app-context.tsx'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { AttachedPicture } from './attach-file.ts'
import styles from './forms.module.css'
import { publishForm, type PublishProblem } from './publish-form.ts'

interface Props {
  readonly form: FormVersion
  readonly feed: string
  /** Those that came along; the form names the ones it shows. */
  readonly pictures: readonly AttachedPicture[]
  /** Versions of the form that are there already. */
  readonly taken: readonly string[]
  readonly onPublished: () => void
}

/** The version's name, and the step that cannot be taken back. */
export function PublishCard({ form, feed, pictures, taken, onPublished }: Props) {
  const app = useApp()
  const { t } = useTranslation('forms')
  const text = useLocalText()
  const [version, setVersion] = useState(form.version)
  const [asks, setAsks] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<PublishProblem['type']>()
  const isTaken = taken.includes(version)
  const suggested = nextVersion(form.version, taken)
  const fault = isTaken
    ? t('publish.taken', { version })
    : isPublishableVersion(version)
      ? undefined
      : t('publish.badVersion')

  async function publish(): Promise<void> {
    setBusy(true)
    const saved = await publishForm(app, feed, { ...form, version }, pictures)
    setBusy(false)
    setAsks(false)
    if (saved.ok) onPublished()
    else setProblem(saved.error.type)
  }

  return (
    <Card title={t('publish.title')} subtitle={t('publish.hint')}>
      <div className={styles.publish}>
        {problem && (
          <Banner tone="danger" announce>
            {problem === 'formTooLong' ? t('publish.tooLong') : t('publish.failed')}
          </Banner>
        )}
        <div className={styles.line}>
          <div className={styles.field}>
            <TextField
              label={t('publish.version')}
              value={version}
              onChange={setVersion}
              error={fault}
              spellCheck={false}
            />
          </div>
          {isTaken && (
            <Button onClick={() => setVersion(suggested)}>
              {t('publish.suggest', { version: suggested })}
            </Button>
          )}
          <Button look="primary" icon="send" disabled={fault !== undefined} onClick={() => setAsks(true)}>
            {t('publish.do')}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={asks}
        title={t('publish.ask', { title: text(form.title), version })}
        confirm={t('publish.do')}
        busy={isBusy}
        onConfirm={() => void publish()}
        onCancel={() => setAsks(false)}
      >
        <p>{t('publish.askHint')}</p>
      </ConfirmDialog>
    </Card>
  )
}
