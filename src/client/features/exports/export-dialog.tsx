import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormVersion } from '../../../domain/forms/form-version.ts'
import { asCodes } from '../../../domain/reports/export-options.ts'
import type { ExportWish } from '../../context/app.ts'
import { useForms } from '../../context/use-forms.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useScope } from '../../context/use-scope.ts'
import { useSyncStatus } from '../../context/use-sync-status.ts'
import { languageCodes, languages } from '../../i18n/languages.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { AcknowledgeBox } from '../../ui/acknowledge-box.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { Option } from '../../ui/option.ts'
import { Select } from '../../ui/select.tsx'
import { Stack } from '../../ui/stack.tsx'
import { ExportProgress } from './export-progress.tsx'
import { useExport } from './use-export.ts'

const formats = ['xlsx', 'csv', 'zip'] as const

interface Props {
  /** Null: all that the person may export. */
  readonly unit: string | null
  readonly onClose: () => void
}

/** Which responses, as which kind of file; then the download, with its progress. */
export function ExportDialog({ unit, onClose }: Props) {
  const directory = useDirectory()
  const scope = useScope()
  const { online } = useSyncStatus()
  const { language: shown } = useLanguage()
  const { t, ready } = useTranslation('exports')
  const text = useLocalText()
  const known = useForms()?.list ?? []
  // The newest version of each.
  const forms = [...new Map(known.map(({ form }) => [form.id, form])).values()]
  const [chosen, setForm] = useState<string>()
  const formId = chosen ?? forms[0]?.id ?? ''
  const [format, setFormat] = useState<ExportWish['format']>('xlsx')
  const [language, setLanguage] = useState<string>(shown)
  const [splitMultiple, setSplit] = useState(true)
  const { state, start, cancel } = useExport()
  const form = forms.find(({ id }) => id === formId)
  const isRunning = state.type === 'running'
  const communes = scope?.communesWhere('response.export') ?? []
  const only = communes.length === 1 ? communes[0] : directory?.tree.get(unit ?? '')
  const place = only?.fullName ?? t('scopeAll')

  if (!ready) return null
  return (
    <Dialog
      open
      onClose={onClose}
      mustAnswer={isRunning}
      title={t('title')}
      actions={
        <>
          <Button onClick={isRunning ? cancel : onClose}>
            {state.type === 'done' ? t('close') : t('cancel')}
          </Button>
          <Button
            look="primary"
            icon="download"
            busy={isRunning}
            disabled={formId === ''}
            onClick={() => start({ form: formId, format, language, splitMultiple, unit })}
          >
            {t('start')}
          </Button>
        </>
      }
    >
      <Stack>
        {online === 'no' && <Banner tone="warning">{t('needsServer')}</Banner>}
        <Select
          label={t('form')}
          hint={`${t('scope')}: ${place}`}
          empty={false}
          options={forms.map(({ id, title }) => ({ value: id, label: text(title) }))}
          value={formId}
          onChange={value => setForm(value ?? formId)}
          disabled={isRunning}
        />
        <Select
          label={t('format')}
          hint={t(`formatHints.${format}`)}
          empty={false}
          options={formats.map(value => ({ value, label: t(`formats.${value}`) }))}
          value={format}
          onChange={value => setFormat(formats.find(one => one === value) ?? format)}
          disabled={isRunning}
        />
        <Select
          label={t('language')}
          empty={false}
          options={[
            ...listLanguages(form).map(({ value, label }) => ({
              value,
              label: t('languageLabels', { language: label }),
            })),
            { value: asCodes, label: t('languageCodes') },
          ]}
          value={language}
          onChange={value => setLanguage(value ?? language)}
          disabled={isRunning}
        />
        <AcknowledgeBox
          label={t('split')}
          words={t('splitWords')}
          value={splitMultiple ? 'OK' : null}
          onChange={value => setSplit(value === 'OK')}
          disabled={isRunning}
        />
        <ExportProgress state={state} />
      </Stack>
    </Dialog>
  )
}

/** The app's own languages, and those the form speaks besides. */
const listLanguages = (form: FormVersion | undefined): readonly Option[] => [
  ...languageCodes.map(code => ({ value: code, label: languages[code].name })),
  ...Object.entries(form?.languages ?? {}).map(([value, label]) => ({ value, label })),
]
