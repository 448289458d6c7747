import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompiledForm } from '../../../domain/forms/compile-form.ts'
import type { FormVersion } from '../../../domain/forms/form-version.ts'
import { AppContext, useApp } from '../../context/app-context.tsx'
import type { App } from '../../context/app.ts'
import { compileOnce } from '../../context/forms.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { SectionBlocks } from './blocks/section-blocks.tsx'
import type { Aim } from './blocks/use-section.ts'
import styles from './fill-page.module.css'
import { createFilling, type Filling } from './filling.ts'
import { FillingContext, useFilling, useFillingRevision } from './filling-context.tsx'
import { createPreviewStore, previewThing, type PreviewStore } from './preview-store.ts'
import { saveFields } from './save-fields.ts'

type Pictures = ReadonlyMap<string, Blob>

interface Props {
  readonly form: FormVersion
  /** Of the form, by SHA-256, as far as they are nowhere yet. */
  readonly pictures: Pictures
}

/** A form as it is filled on a tablet, skip logic, computing and all; nothing of it is saved anywhere. */
export function FormPreview({ form, pictures }: Props) {
  const compiled = compileOnce(form)
  return compiled && <Opened key={`${form.id} ${form.version}`} form={compiled} pictures={pictures} />
}

function Opened({ form, pictures }: { readonly form: CompiledForm; readonly pictures: Pictures }) {
  const app = useApp()
  const [{ filling, store }] = useState(() => openPreview(app, form, pictures))
  return (
    <AppContext value={store.app}>
      <FillingContext
        value={{
          ...previewThing,
          filling,
          unitName: '',
          mayFill: true,
          mayComment: false,
          showsMissing: false,
        }}
      >
        <PreviewBody />
      </FillingContext>
    </AppContext>
  )
}

function openPreview(
  app: App,
  form: CompiledForm,
  pictures: Pictures,
): { readonly filling: Filling; readonly store: PreviewStore } {
  const store = createPreviewStore(app, { form, pictures }, () => filling.applyRows(store.rows()))
  const filling = createFilling({
    form,
    rows: store.rows(),
    clock: { today: app.today },
    newRowId: app.newId,
    save: (fields, files) => saveFields(store.app, previewThing, fields, files),
  })
  return { filling, store }
}

/** Nowhere: a section is shown from its beginning. */
const begin: Aim = { element: '' }

function PreviewBody() {
  const { filling } = useFilling()
  useFillingRevision()
  const { t } = useTranslation('responses')
  const text = useLocalText()
  const { form, session } = filling
  const sections = form.form.sections.filter(({ id }) => session.section(id).relevant)
  const [chosen, setChosen] = useState<string | null>(null)
  const at = Math.max(
    0,
    sections.findIndex(({ id }) => id === chosen),
  )
  const section = sections[at]
  const next = sections[at + 1]
  const head = useRef<HTMLDivElement>(null)
  return (
    <div className={styles.preview}>
      {sections.length > 1 && (
        <Select
          label={t('sections')}
          empty={false}
          value={section?.id ?? null}
          onChange={setChosen}
          options={sections.map(({ id, title }, index) => ({
            value: id,
            label: `${index + 1}. ${text(title)}`,
          }))}
        />
      )}
      {section && (
        <>
          <div ref={head} tabIndex={-1} className={styles.sectionHead}>
            <span className={styles.number}>{t('section', { number: at + 1, count: sections.length })}</span>
            <h3 dir="auto" className={styles.sectionTitle}>
              {text(section.title)}
            </h3>
            {section.hint && (
              <p dir="auto" className={styles.soft}>
                {text(section.hint)}
              </p>
            )}
          </div>
          <SectionBlocks key={section.id} section={section} aim={begin} />
        </>
      )}
      {next && (
        <Button
          iconEnd="chevronRight"
          onClick={() => {
            setChosen(next.id)
            head.current?.focus()
          }}
        >
          {t('next')}
        </Button>
      )}
    </div>
  )
}
