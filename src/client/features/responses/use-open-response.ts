import { useEffect, useMemo, useRef, useState } from 'react'
import { isOpen } from '../../../domain/responses/response-state.ts'
import { parseFeedId } from '../../../domain/people/feed.ts'
import { readResponse } from '../../../domain/responses/response.ts'
import type { Row } from '../../../sync/replica/row.ts'
import { findForm } from '../../context/forms.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { useScope } from '../../context/use-scope.ts'
import { useWatched } from '../../context/use-watched.ts'
import { createFilling, type Filling } from './filling.ts'
import { saveFields } from './save-fields.ts'

export type OpenResponse =
  | { readonly type: 'loading' }
  | { readonly type: 'notFound' }
  | { readonly type: 'unknownForm'; readonly version: string }
  | {
      readonly type: 'open'
      readonly filling: Filling
      readonly feed: string
      readonly unit: string
      readonly unitName: string
      readonly mayFill: boolean
      readonly mayComment: boolean
      readonly mayReview: boolean
      readonly rows: readonly Row[]
    }

/** Opens a stored response: the engine on its answers, kept in step with what sync brings. */
export function useOpenResponse(thing: string): OpenResponse {
  const app = useApp()
  const scope = useScope()
  const directory = useDirectory()
  const rows = useWatched(() => app.watchThing(thing), `${app.person.id} ${thing}`)
  const [filling, setFilling] = useState<{ readonly thing: string; readonly filling: Filling }>()
  const current = filling?.thing === thing ? filling.filling : undefined
  const formName = useMemo(
    () =>
      rows &&
      readResponse(rows.map(({ field, value, author, at, seq }) => ({ field, value, author, at, order: seq }))).form,
    [rows],
  )
  const feed = rows?.[0]?.feed
  const form = formName && findForm(formName)

  useEffect(() => {
    if (!rows || !form || !feed) return
    if (current) {
      current.applyRows(rows)
      return
    }
    const opened = createFilling({
      form,
      rows,
      today: app.today,
      save: (fields, files) => saveFields(app, { thing, feed }, fields, files),
    })
    setFilling({ thing, filling: opened })
  }, [app, current, feed, form, rows, thing])

  useFlushOnLeave(current)

  if (!rows || !scope || !directory) return { type: 'loading' }
  if (!feed || !formName) return { type: 'notFound' }
  if (!form) return { type: 'unknownForm', version: formName.version }
  if (!current) return { type: 'loading' }
  const unit = parseFeedId(feed)?.unit ?? ''
  return {
    type: 'open',
    filling: current,
    feed,
    unit,
    unitName: directory.tree.get(unit)?.fullName ?? unit,
    mayFill: scope.mayDo('response.fill', unit) && isOpen(current.response().state),
    mayComment: scope.mayDo('response.comment', unit),
    mayReview: scope.mayDo('response.review', unit),
    rows,
  }
}

/** What is typed is saved when the page is hidden, left or closed, not only when typing pauses. */
function useFlushOnLeave(filling: Filling | undefined): void {
  const last = useRef(filling)
  last.current = filling
  useEffect(() => {
    const flush = () => void last.current?.flush()
    document.addEventListener('visibilitychange', flush)
    globalThis.addEventListener('pagehide', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      globalThis.removeEventListener('pagehide', flush)
      flush()
    }
  }, [])
}
