import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { responseType } from '../../../domain/responses/response-fields.ts'
import { isSameJson } from '../../../lib/json-value.ts'
import { listQuestions } from '../../../domain/forms/list-questions.ts'
import type { KnownForm } from '../../context/forms.ts'
import { useForms } from '../../context/use-forms.ts'
import { useRowsOfTypes } from '../../context/use-rows-of-types.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { downloadForm } from './download-form.ts'
import styles from './forms.module.css'
import { useReferenceFeed } from './use-reference-feed.ts'

/** `/forms`: every form with its versions, the newest first; download, and the way to import the next one. */
export function Component() {
  const forms = useForms()
  const feed = useReferenceFeed()
  const navigate = useNavigate()
  const { t, ready } = useTranslation('forms')
  if (!forms || !ready) return <Spinner />
  if (feed === undefined) return <EmptyState icon="lock" title={t('notYours')} />
  const byId = [...Map.groupBy(forms.list, form => form.id).values()]
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <Button look="primary" icon="upload" onClick={() => void navigate('/forms/import')}>
            {t('import.title')}
          </Button>
        }
      />
      {byId.map(versions => (
        <FormCard key={versions[0]?.id} versions={versions.toReversed()} />
      ))}
    </>
  )
}

function FormCard({ versions }: { readonly versions: readonly KnownForm[] }) {
  const text = useLocalText()
  const newest = versions[0]
  if (!newest) return null
  return (
    <Card title={text(newest.form.title)} subtitle={newest.id}>
      <ul className={styles.versions}>
        {versions.map((known, at) => (
          <Version key={known.version} known={known} isNewest={at === 0} />
        ))}
      </ul>
    </Card>
  )
}

function Version({ known, isNewest }: { readonly known: KnownForm; readonly isNewest: boolean }) {
  const { version, form, published } = known
  const { t } = useTranslation('forms')
  const format = useFormat()
  const nameOf = usePersonName()
  const rows = useRowsOfTypes([responseType], 'form')
  const used = rows?.filter(
    ({ field, value }) => field === 'form' && isSameJson(value, { id: known.id, version }),
  ).length
  const count = form.sections.flatMap(section => listQuestions(section.items)).length
  const origin = published
    ? t('published', { name: nameOf(published.by), time: format.dateTime(published.at) })
    : t('builtIn')
  return (
    <li className={styles.version}>
      <div className={styles.words}>
        <span className={styles.name}>
          {t('version', { version })}
          {isNewest && <StateMark state="done">{t('inUse')}</StateMark>}
          {published && (
            <StateMark state={published.isPending ? 'onTablet' : 'atServer'}>
              {t(published.isPending ? 'onTablet' : 'atServer')}
            </StateMark>
          )}
        </span>
        <span className={styles.soft}>{`${t('questions', { count })} · ${origin}`}</span>
        {used !== undefined && <span className={styles.soft}>{t('usedBy', { count: used })}</span>}
      </div>
      <Button icon="download" aria-label={t('downloadOf', { version })} onClick={() => downloadForm(form)}>
        {t('download')}
      </Button>
    </li>
  )
}
