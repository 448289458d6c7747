import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Paper } from '../../../domain/reports/papers/paper.ts'
import { saveFile } from '../../device/save-file.ts'
import type { DocxProblem } from '../../documents/make-docx.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useApp } from '../app-context.tsx'
import { PaperView } from './paper-view.tsx'
import styles from './papers.module.css'

interface Props {
  readonly paper: Paper
  /** Other ways to save it. */
  readonly more?: ReactNode
}

/** A paper as it would be printed; printed from here, or saved as DOCX, without a network. Wants the texts of `papers`. */
export function PaperSheet({ paper, more }: Props) {
  const app = useApp()
  const navigate = useNavigate()
  const { t } = useTranslation(['papers', 'common'])
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number }>()
  const [making, setMaking] = useState<AbortController>()
  const [problem, setProblem] = useState<DocxProblem['type']>()

  async function save(): Promise<void> {
    const controller = new AbortController()
    setMaking(controller)
    setProblem(undefined)
    // The writer is a large chunk; it comes with the first paper that is saved.
    const { makeDocx } = await import('../../documents/make-docx.ts')
    const made = await makeDocx(paper, {
      readFile: app.readFile,
      onProgress: (done, total) => setProgress({ done, total }),
      signal: controller.signal,
    })
    setMaking(undefined)
    setProgress(undefined)
    if (made.ok) saveFile(document, made.value, `${paper.fileName}.docx`)
    else setProblem(made.error.type)
  }

  return (
    <>
      <div className={styles.tools}>
        <PageHeader title={t('title')} subtitle={`${paper.kind} ${paper.subject}`} />
        <div className={styles.buttons}>
          <Button look="quiet" icon="arrowLeft" onClick={() => void navigate(-1)}>
            {t('common:action.back')}
          </Button>
          <Button look="primary" icon="download" busy={making !== undefined} onClick={() => void save()}>
            {t('saveDocx')}
          </Button>
          <Button icon="printer" onClick={() => window.print()}>
            {t('print')}
          </Button>
          {more}
          {making && (
            <Button look="quiet" onClick={() => making.abort()}>
              {t('common:action.cancel')}
            </Button>
          )}
        </div>
        {progress && progress.total > 0 && (
          <ProgressBar
            label={t('progress', progress)}
            done={progress.done}
            total={progress.total}
            count={false}
          />
        )}
        {problem === 'failed' && (
          <Banner tone="danger" announce>
            {t('failed')}
          </Banner>
        )}
        <p className={styles.soft}>{t('clerk')}</p>
      </div>
      <PaperView paper={paper} />
    </>
  )
}
