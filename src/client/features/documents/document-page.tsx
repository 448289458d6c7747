import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { documentFields, documentType, parseDocumentThing } from '../../../domain/qms/document-fields.ts'
import { documentKinds, readDocument, type Document, type Revision } from '../../../domain/qms/document.ts'
import { refuseDocumentChange } from '../../../domain/qms/refuse-document-change.ts'
import { feedId } from '../../../domain/people/feed.ts'
import { useApp } from '../../context/app-context.tsx'
import { CommentsCard } from '../../context/comments-card.tsx'
import { toStored } from '../../context/use-audit.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useScope } from '../../context/use-scope.ts'
import { useWatched } from '../../context/use-watched.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SavedArea } from '../../ui/saved-area.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { DocumentFiles } from './document-files.tsx'
import { DocumentMark } from './document-mark.tsx'
import { DocumentMoves } from './document-moves.tsx'
import { DocumentPlaces } from './document-places.tsx'
import { DocumentReaders } from './document-readers.tsx'
import styles from './documents.module.css'
import type { OpenDocument } from './open-document.ts'

/** `/documents/:thing`: one document: what it is, its revisions, who has read it. */
export function Component() {
  const { thing = '' } = useParams()
  const app = useApp()
  const scope = useScope()
  const { t, ready } = useTranslation(['documents', 'audits'])
  const rows = useWatched(() => app.watchThing(thing), `${app.person.id} ${thing}`)
  const name = parseDocumentThing(thing)
  if (!ready || !rows || !scope) return <Spinner />
  if (!name || rows.length === 0) return <EmptyState icon="search" title={t('notFound')} />
  const document = readDocument(toStored(rows))
  const given = {
    document,
    person: app.person.id,
    mayDo: (action: Parameters<typeof scope.mayDo>[0]) => scope.mayDo(action, name.unit),
  }
  const open: OpenDocument = {
    document,
    given,
    may: field => refuseDocumentChange(field, null, given) === undefined,
    save: (changes, files) =>
      app.save(
        changes.map(change => ({ feed: feedId(name.unit, 'unit'), type: documentType, thing, ...change })),
        files,
      ),
  }
  return <DocumentView open={open} unit={name.unit} />
}

function DocumentView({ open, unit }: { readonly open: OpenDocument; readonly unit: string }) {
  const app = useApp()
  const { t } = useTranslation('documents')
  const format = useFormat()
  const { document, save } = open
  const { texts, inForce, state } = document
  const mayEdit = open.may(documentFields.text('title'))
  const read = document.readBy.get(app.person.id)
  const mayRead =
    inForce &&
    refuseDocumentChange(documentFields.read(app.person.id), inForce.number, open.given) === undefined
  return (
    <>
      <PageHeader
        title={texts.title ?? t('untitled')}
        subtitle={[t(`kind.${document.kind}`), texts.code].filter(Boolean).join(' · ')}
        back={{ to: '/documents', label: t('title') }}
        state={<DocumentMark document={document} />}
      />
      {state === 'obsolete' && <Banner tone="danger">{t('obsolete')}</Banner>}
      {inForce && inForce.number !== document.revisions.length && state !== 'obsolete' && (
        <Banner tone="info">{t('stillInForce', { number: inForce.number })}</Banner>
      )}
      <DocumentMoves open={open} />
      {mayRead && read?.revision !== inForce.number && (
        <Card title={t('read.title')}>
          <Button
            look="primary"
            icon="check"
            onClick={() => void save([{ field: documentFields.read(app.person.id), value: inForce.number }])}
          >
            {t('read.do')}
          </Button>
        </Card>
      )}
      <Card title={t('what')}>
        <div className={styles.stack}>
          {(['title', 'code', 'clause', 'author', 'note'] as const).map(name => (
            <SavedArea
              key={name}
              label={t(`text.${name}`)}
              value={texts[name] ?? ''}
              readOnly={!mayEdit}
              rows={1}
              onSave={value => save([{ field: documentFields.text(name), value }])}
            />
          ))}
          {document.mandatory === undefined && (
            <Select
              label={t('kindLabel')}
              empty={false}
              value={document.kind}
              disabled={!mayEdit}
              onChange={value => void save([{ field: documentFields.kind, value }])}
              options={documentKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
            />
          )}
        </div>
      </Card>
      {document.revisions.toReversed().map(revision => (
        <Card
          key={revision.number}
          title={t('revision', { number: revision.number })}
          subtitle={
            revision.issuedOn
              ? t('issuedBy', { date: format.date(revision.issuedOn), decision: revision.decision ?? '' })
              : t(`state.${revision.state}`)
          }
        >
          {revision.issuedOn !== undefined && <RevisionMark document={document} revision={revision} />}
          <DocumentFiles
            open={open}
            revision={revision}
            isOld={revision.issuedOn !== undefined && revision !== inForce}
          />
        </Card>
      ))}
      {inForce && <DocumentReaders open={open} unit={unit} />}
      {inForce && <DocumentPlaces open={open} />}
      <History document={document} />
      <CommentsCard
        comments={document.comments}
        mayAdd={open.given.mayDo('qms.comment')}
        onAdd={text => save([{ field: documentFields.comment('document', app.newId()), value: { text } }])}
      />
    </>
  )
}

/** Whether one works by an issued revision, or no longer does. */
function RevisionMark({ document, revision }: { readonly document: Document; readonly revision: Revision }) {
  const { t } = useTranslation('documents')
  const isInForce = document.inForce === revision
  return (
    <p className={styles.mark}>
      <StateMark state={isInForce ? 'approved' : 'notApplicable'}>
        {t(isInForce ? 'mark.inForce' : document.state === 'obsolete' ? 'mark.obsolete' : 'mark.replaced')}
      </StateMark>
    </p>
  )
}

function History({ document: { moves } }: { readonly document: Document }) {
  const { t } = useTranslation('documents')
  const format = useFormat()
  const nameOf = usePersonName()
  if (moves.length === 0) return null
  return (
    <Card title={t('history')}>
      <ol className={styles.list}>
        {moves.map(move => (
          <li key={move.id}>
            <DocumentMark document={{ state: move.to }} />
            <p className={styles.soft}>{`${nameOf(move.author)} · ${format.dateTime(move.at)}`}</p>
            {move.reason && <p className={styles.words}>{move.reason}</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
