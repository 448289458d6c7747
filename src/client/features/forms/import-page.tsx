import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { FormVersion } from '../../../domain/forms/form-version.ts'
import { listQuestions } from '../../../domain/forms/list-questions.ts'
import { useForms } from '../../context/use-forms.ts'
import { ContentLanguage, localText } from '../../i18n/local-text.ts'
import type { FittedPicture } from '../../photos/fit-picture.ts'
import { isLanguage, languages } from '../../i18n/languages.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { useToast } from '../../ui/use-toast.ts'
import { AttachedCard } from './attached-card.tsx'
import type { Attached } from './attach-file.ts'
import { formLanguages } from './form-languages.ts'
import styles from './forms.module.css'
import { NotReadBanner } from './not-read-banner.tsx'
import { ProblemList } from './problem-list.tsx'
import { PublishCard } from './publish-card.tsx'
import type { FormFileReading } from './read-form-file.ts'
import { readInWorker } from './read-in-worker.ts'
import { useReferenceFeed } from './use-reference-feed.ts'
import { VersionChangesCard } from './version-changes.tsx'

interface Chosen {
  /** Which choice it is: a corrected file often has the name it had before. */
  readonly turn: number
  readonly file: File
  /** Undefined while it is being read. */
  readonly reading: FormFileReading | undefined
}

interface Props {
  /** The form as it is filled, saving nothing. */
  readonly preview: (form: FormVersion, pictures: ReadonlyMap<string, Blob>) => ReactNode
}

/** `/forms/import`: an Excel file becomes the next version of a form, looked at before it is published. */
export function ImportPage({ preview }: Props) {
  const forms = useForms()
  const feed = useReferenceFeed()
  const navigate = useNavigate()
  const toast = useToast()
  // The words of problems load with this page (lazy-namespaces.ts).
  const { t, ready } = useTranslation(['forms', 'xlsform'])
  const [chosen, setChosen] = useState<Chosen>()
  const [attached, setAttached] = useState<readonly Attached[]>([])
  if (!forms || !ready) return <Spinner />
  if (feed === undefined) return <EmptyState icon="lock" title={t('notYours')} />

  async function read(file: File, along: readonly Attached[]): Promise<void> {
    const turn = (chosen?.turn ?? 0) + 1
    setChosen({ turn, file, reading: undefined })
    const reading = await readInWorker(file, along)
    setChosen(current => (current?.turn === turn ? { turn, file, reading } : current))
  }

  function attach(next: readonly Attached[]): void {
    setAttached(next)
    if (chosen) void read(chosen.file, next)
  }

  const pictures = attached.filter(one => one.kind === 'picture')
  const reading = chosen?.reading
  const form = reading?.type === 'read' ? reading.form : undefined
  const versions = forms.list.filter(({ id }) => id === form?.id)
  const before = versions.at(-1)?.form
  return (
    <>
      <PageHeader
        title={t('import.title')}
        subtitle={t('import.subtitle')}
        back={{ to: '/forms', label: t('title') }}
      />
      <Card>
        <div className={styles.choose}>
          <FileButton
            look={form ? 'secondary' : 'primary'}
            label={chosen ? t('import.chooseAgain') : t('import.choose')}
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            disabled={chosen !== undefined && !reading}
            onFiles={([file]) => file && void read(file, attached)}
          />
          <span className={styles.soft}>{chosen?.file.name ?? t('import.chooseHint')}</span>
        </div>
      </Card>
      {chosen && <AttachedCard attached={attached} disabled={!reading} onChange={attach} />}
      {chosen && !reading && (
        <EmptyState icon="hourglass" title={t('import.reading')} action={<Spinner />}>
          {t('import.readingHint')}
        </EmptyState>
      )}
      {chosen && reading?.type === 'notRead' && (
        <NotReadBanner problem={reading.problem} name={chosen.file.name} />
      )}
      {reading?.type === 'read' && (
        <>
          {!form && (
            <Banner tone="danger" announce title={t('import.failed')}>
              {t('import.failedHint')}
            </Banner>
          )}
          <ProblemList kind="errors" problems={reading.errors} />
          <ProblemList kind="warnings" problems={reading.warnings} />
        </>
      )}
      {form && (
        <>
          <Preview key={chosen?.turn} form={form}>
            {shown => preview(shown, new Map(pictures.map(one => [one.sha256, toBlob(one)])))}
          </Preview>
          {before && <VersionChangesCard before={before} after={form} />}
          <PublishCard
            key={`publish ${chosen?.turn}`}
            form={form}
            feed={feed}
            pictures={pictures}
            taken={versions.map(({ version }) => version)}
            onPublished={() => {
              toast({ message: t('publish.done'), tone: 'success' })
              void navigate('/forms')
            }}
          />
        </>
      )}
    </>
  )
}

function Preview({
  form,
  children,
}: {
  readonly form: FormVersion
  readonly children: (form: FormVersion) => ReactNode
}) {
  const { language: shown } = useLanguage()
  const { t } = useTranslation('forms')
  const codes = formLanguages(form)
  const [language, setLanguage] = useState<string>(codes.includes(shown) ? shown : (codes[0] ?? shown))
  const count = form.sections.flatMap(section => listQuestions(section.items)).length
  return (
    <Card
      title={localText(form.title, language)}
      subtitle={`${form.id} · ${t('questions', { count })} · ${t('import.previewHint')}`}
    >
      <div className={styles.preview} data-preview={form.id}>
        {codes.length > 1 && (
          <div className={styles.field}>
            <Select
              label={t('import.language')}
              empty={false}
              value={language}
              onChange={code => setLanguage(code ?? shown)}
              options={codes.map(code => ({
                value: code,
                label: isLanguage(code) ? languages[code].name : (form.languages?.[code] ?? code),
              }))}
            />
          </div>
        )}
        <ContentLanguage value={language}>{children(form)}</ContentLanguage>
      </div>
    </Card>
  )
}

const toBlob = ({ bytes, type }: FittedPicture): Blob => new Blob([bytes], { type })
