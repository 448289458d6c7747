import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompiledForm } from '../../../domain/forms/compile-form.ts'
import { parseFeedId } from '../../../domain/people/feed.ts'
import type { Scope } from '../../../domain/people/scope.ts'
import type { UnitTree } from '../../../domain/people/unit-tree.ts'
import { mayFill } from '../../../domain/responses/may-fill.ts'
import { needsReview } from '../../../domain/responses/needs-review.ts'
import type { QuizResult } from '../../../domain/responses/grade-quiz.ts'
import { readQuizResult } from '../../../domain/responses/quiz-result.ts'
import { isOpen, type ResponseState } from '../../../domain/responses/response-state.ts'
import { readResponse } from '../../../domain/responses/response.ts'
import { isMilestone } from '../../../sync/replica/plan-save.ts'
import type { Row } from '../../../sync/replica/row.ts'
import { afterPaint } from '../../context/after-paint.ts'
import { useApp } from '../../context/app-context.tsx'
import { useForm } from '../../context/use-forms.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useScope } from '../../context/use-scope.ts'
import { rowMetadata } from '../../context/response-metadata.ts'
import { useWatched } from '../../context/use-watched.ts'
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
  /** The server has not answered the latest move yet. */
  readonly isMoveWaiting: boolean
  /** When it was last changed before it was opened here, milliseconds since 1970. */
  readonly lastSavedAt: number
  /** Of a quiz that was sent and graded. */
  readonly quizResult: QuizResult | undefined
}

interface Props {
  readonly thing: string
  /** What to show when it cannot be opened; `why` tells it in words. */
  readonly closed: (why: string) => ReactNode
  /** Called again when something in `open` is another, not with each row that was saved. */
  readonly children: (open: OpenResponse) => ReactNode
}

/** Opens the response, or says why it cannot be opened. */
export function ResponseGate({ thing, closed, children }: Props) {
  const app = useApp()
  const scope = useScope()
  const directory = useDirectory()
  const rows = useWatched(() => app.watchThing(thing), `${app.person.id} ${thing}`)
  const name = useMemo(() => rows && readResponse(rows.map(row => ({ ...row, order: row.seq }))).form, [rows])
  const form = useForm(name)
  const { t } = useTranslation('responses')
  if (!rows || !scope || !directory || (name && form === undefined)) return <Spinner />
  const feed = rows[0]?.feed
  if (!feed || !form) {
    return closed(name ? t('unknownForm', { version: name.version }) : t('notFound'))
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
      clock: {
        today: app.today,
        now: app.now,
        random: Math.random,
        uuid: () => crypto.randomUUID(),
        metadata: rowMetadata(app, { response: thing, form }),
      },
      newRowId: () => crypto.randomUUID(),
      save: (fields, files) => saveFields(app, { thing, feed }, fields, files),
      begin: afterPaint,
    }),
  )
  useEffect(() => filling.applyRows(rows), [filling, rows])
  useFlushOnLeave(filling)
  const [lastSavedAt] = useState(() => Math.max(0, ...rows.map(({ at }) => at)))
  const quizResult = useMemo(() => readQuizResult(rows), [rows])
  const unit = parseFeedId(feed)?.unit ?? ''
  const unitName = tree.get(unit)?.fullName ?? unit
  const state = useMemo(() => stateOf(rows), [rows])
  const isMoveWaiting = rows.some(row => isMilestone(row.field) && row.pending !== null)
  const mayChange = mayFill(form.form, scope.rolesAt(unit)) && isOpen(state)
  const mayComment = scope.mayDo('response.comment', unit)
  const mayReview = needsReview(form.form) && scope.mayDo('response.review', unit)
  return useMemo(
    () =>
      children({
        filling,
        feed,
        unitName,
        state,
        mayFill: mayChange,
        mayComment,
        mayReview,
        isMoveWaiting,
        lastSavedAt,
        quizResult,
      }),
    [
      children,
      filling,
      feed,
      unitName,
      state,
      mayChange,
      mayComment,
      mayReview,
      isMoveWaiting,
      lastSavedAt,
      quizResult,
    ],
  )
}

const stateOf = (rows: readonly Row[]) => readResponse(rows.map(row => ({ ...row, order: row.seq }))).state
