import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { documentFields, documentThing, documentType } from '../../../domain/qms/document-fields.ts'
import { isToRead } from '../../../domain/qms/document-readers.ts'
import type { Document } from '../../../domain/qms/document.ts'
import { documentColumns } from '../../../domain/reports/tables/qms-tables.ts'
import { makeTable } from '../../../domain/reports/tables/report-table.ts'
import { useApp } from '../../context/app-context.tsx'
import { TableDownload } from '../../context/tables/table-download.tsx'
import { useDistrictOf } from '../../context/tables/use-district-of.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { DocumentMark } from './document-mark.tsx'
import styles from './documents.module.css'
import { useRegister, type MandatoryDocument } from './use-register.ts'

/** `/documents`: the documents of a commune's quality management system, mandatory ones first. */
export function Component() {
  const app = useApp()
  const register = useRegister()
  const navigate = useNavigate()
  const { t, ready } = useTranslation('documents')
  const text = useLocalText()
  const format = useFormat()
  const districtOf = useDistrictOf()
  const [hasFailed, setFailed] = useState(false)
  const [onlyToRead, setOnlyToRead] = useState(false)
  if (!ready || register === undefined) return <Spinner />
  if (register === null) return <EmptyState icon="book" title={t('none')} />
  const { unit, units, feed, mandatory, others, mayWrite } = register
  const open = (thing: string): void => void navigate(`/documents/${encodeURIComponent(thing)}`)
  const toRead = [...register.all.values()].filter(document => isToRead(document, app.person.id)).length
  const isShown = (document: Document | undefined): boolean =>
    !onlyToRead || (document !== undefined && isToRead(document, app.person.id))
  const shownMandatory = mandatory.filter(({ document }) => isShown(document))
  const shownOthers = [...others].filter(([, document]) => isShown(document))
  const begun = [
    ...shownMandatory.flatMap(({ document }) => document ?? []),
    ...shownOthers.map(([, document]) => document),
  ]
  const inForce = mandatory.filter(({ document }) => document?.inForce).length

  async function begin(thing: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const saved = await app.save(
      Object.entries(fields).map(([field, value]) => ({ feed, type: documentType, thing, field, value })),
    )
    setFailed(!saved.ok)
    if (saved.ok) open(thing)
  }

  const beginMandatory = ({ thing, id, kind, clause, title }: MandatoryDocument): void =>
    void begin(thing, {
      [documentFields.kind]: kind,
      [documentFields.mandatory]: id,
      [documentFields.text('title')]: text(title),
      [documentFields.text('clause')]: clause,
    })

  const metaOf = ({ inForce: revision }: Document): string | undefined =>
    revision?.issuedOn
      ? t('issuedOn', { number: revision.number, date: format.date(revision.issuedOn) })
      : undefined
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { unit: unit.fullName, done: inForce, total: mandatory.length })}
        back={{ to: `/road?unit=${encodeURIComponent(unit.id)}`, label: t('toRoad') }}
        actions={
          mayWrite && (
            <Button
              look="primary"
              icon="plus"
              onClick={() =>
                void begin(documentThing(app.newId(), unit.id), {
                  [documentFields.kind]: 'workProcedure',
                  [documentFields.text('title')]: t('newTitle'),
                })
              }
            >
              {t('add')}
            </Button>
          )
        }
      />
      {hasFailed && (
        <Banner tone="danger" announce>
          {t('failed')}
        </Banner>
      )}
      {units.length > 1 && (
        <div className={styles.unit}>
          <Select
            label={t('commune')}
            empty={false}
            value={unit.id}
            onChange={id => id !== null && register.choose(id)}
            options={units.map(({ id, fullName }) => ({ value: id, label: fullName }))}
          />
        </div>
      )}
      {mayWrite && (
        <FilterChips
          label={t('filter')}
          options={[{ value: 'toRead', label: t('toRead'), count: toRead }]}
          value={onlyToRead ? ['toRead'] : []}
          onChange={([chosen]) => setOnlyToRead(chosen !== undefined)}
        />
      )}
      <div>
        <TableDownload
          rows={begun.length}
          make={names => [
            makeTable(
              'documents',
              documentColumns,
              begun.map(document => ({ unit, district: districtOf(unit), document })),
              names,
            ),
          ]}
        />
      </div>
      {onlyToRead && shownMandatory.length + shownOthers.length === 0 && (
        <EmptyState icon="checkCircle" title={t('allRead')} />
      )}
      {shownMandatory.length > 0 && (
        <Card title={t('mandatory')} flush>
          <RowList label={t('mandatory')}>
            {shownMandatory.map(one =>
              one.document || !mayWrite ? (
                <ListRow
                  key={one.id}
                  title={text(one.title)}
                  meta={[t('clause', { clause: one.clause }), one.document && metaOf(one.document)]
                    .filter(Boolean)
                    .join(' · ')}
                  state={
                    one.document ? (
                      <DocumentMark document={one.document} />
                    ) : (
                      <StateMark state="notStarted">{t('missing')}</StateMark>
                    )
                  }
                  onSelect={() => one.document && open(one.thing)}
                />
              ) : (
                <ListRow
                  key={one.id}
                  title={text(one.title)}
                  meta={t('clause', { clause: one.clause })}
                  state={<StateMark state="notStarted">{t('missing')}</StateMark>}
                  onSelect={() => beginMandatory(one)}
                />
              ),
            )}
          </RowList>
        </Card>
      )}
      {shownOthers.length > 0 && (
        <Card title={t('others')} flush>
          <RowList label={t('others')}>
            {shownOthers.map(([thing, document]) => (
              <ListRow
                key={thing}
                to={`/documents/${encodeURIComponent(thing)}`}
                title={document.texts.title ?? t('untitled')}
                meta={[t(`kind.${document.kind}`), document.texts.code, metaOf(document)]
                  .filter(Boolean)
                  .join(' · ')}
                state={<DocumentMark document={document} />}
              />
            ))}
          </RowList>
        </Card>
      )}
    </>
  )
}
