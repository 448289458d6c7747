import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompiledForm } from '../../../domain/forms/compile-form.ts'
import { parseFeedId } from '../../../domain/people/feed.ts'
import type { Scope } from '../../../domain/people/scope.ts'
import type { UnitTree } from '../../../domain/people/unit-tree.ts'
import { isOpen, type ResponseState } from '../../../domain/responses/response-state.ts'
import { readResponse } from '../../../domain/responses/response.ts'
import type { Row } from '../../../sync/replica/row.ts'
import { useApp } from '../../context/app-context.tsx'
import { findForm } from '../../context/forms.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useScope } from '../../context/use-scope.ts'
import { useWatched } from '../../context/use-watched.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader, type PageHeaderProps } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { createFilling, type Filling } from './filling.ts'
import { saveFields } from './save-fields.ts'
import { useFlushOnLeave } from './use-flush-on-leave.ts'

/** A stored response with the engine on its answers, and what this person may do with it. */
export interface OpenResponse {
  readonly filling: Filling
  readonly feed: string
  readonly unitName: string
  /** As the rows tell it: the filling hears of new rows only after they are shown. */
  readonly state: ResponseState
  readonly mayFill: boolean
  readonly mayComment: boolean
  readonly mayReview: boolean
  readonly rows: readonly Row[]
}

interface Props {
  readonly thing: string
  readonly title: string
  readonly back: PageHeaderProps['back']
  readonly children: (open: OpenResponse) => ReactNode
}

/** Opens the response, or says why it cannot be opened. */
export function ResponseGate({ thing, title, back, children }: Props) {
  const app = useApp()
  const scope = useScope()
  const directory = useDirectory()
  const rows = useWatched(() => app.watchThing(thing), `${app.person.id} ${thing}`)
  const name = useMemo(() => rows && readResponse(rows.map(row => ({ ...row, order: row.seq }))).form, [rows])
  const { t } = useTranslation('responses')
  if (!rows || !scope || !directory) return <Spinner />
  const feed = rows[0]?.feed
  const form = name && findForm(name)
  if (!feed || !form) {
    return (
      <>
        <PageHeader title={title} back={back} />
        <EmptyState
          icon="search"
          title={name ? t('unknownForm', { version: name.version }) : t('notFound')}
        />
      </>
    )
  }
  return (
    <Opened key={thing} {...{ thing, feed, rows, form, scope }} tree={directory.tree}>
      {children}
    </Opened>
  )
}

interface OpenedProps {
  readonly thing: string
  readonly feed: string
  readonly rows: readonly Row[]
  readonly form: CompiledForm
  readonly scope: Scope
  readonly tree: UnitTree
  readonly children: (open: OpenResponse) => ReactNode
}

function Opened({ thing, feed, rows, form, scope, tree, children }: OpenedProps) {
  const app = useApp()
  const [filling] = useState(() =>
    createFilling({
      form,
      rows,
      today: app.today,
      save: (fields, files) => saveFields(app, { thing, feed }, fields, files),
    }),
  )
  useEffect(() => filling.applyRows(rows), [filling, rows])
  useFlushOnLeave(filling)
  const unit = parseFeedId(feed)?.unit ?? ''
  const state = stateOf(rows)
  return children({
    filling,
    feed,
    unitName: tree.get(unit)?.fullName ?? unit,
    state,
    mayFill: scope.mayDo('response.fill', unit) && isOpen(state),
    mayComment: scope.mayDo('response.comment', unit),
    mayReview: scope.mayDo('response.review', unit),
    rows,
  })
}

const stateOf = (rows: readonly Row[]) => readResponse(rows.map(row => ({ ...row, order: row.seq }))).state
