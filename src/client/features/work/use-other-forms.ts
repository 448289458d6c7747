import { useMemo } from 'react'
import type { FormVersion } from '../../../domain/forms/form-version.ts'
import { parseFeedId } from '../../../domain/people/feed.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import { chooseFormVersion } from '../../../domain/qms/choose-form-version.ts'
import { findSurvey } from '../../../domain/qms/find-survey.ts'
import type { Programme } from '../../../domain/qms/programme.ts'
import { ownProgramme } from '../../../domain/qms/read-programmes.ts'
import { mayFill } from '../../../domain/responses/may-fill.ts'
import { responseFields, responseType } from '../../../domain/responses/response-fields.ts'
import { readResponse } from '../../../domain/responses/response.ts'
import type { ResponseState } from '../../../domain/responses/response-state.ts'
import type { Row } from '../../../sync/replica/row.ts'
import { useApp } from '../../context/app-context.tsx'
import { useForms } from '../../context/use-forms.ts'
import { useProgrammes } from '../../context/use-programmes.ts'
import { useScope } from '../../context/use-scope.ts'
import { useWatched } from '../../context/use-watched.ts'

/** A form beside the survey that this person may begin, and what was begun of it. */
export interface OtherForm {
  /** The newest version. */
  readonly form: FormVersion
  readonly programme: Programme
  /** It is another programme's than the communes are in now: nothing new begins in it. */
  readonly isFormer: boolean
  /** Communes it may be filled for. */
  readonly units: readonly Unit[]
  /** Units without a response, or all of them when it is filled many times. */
  readonly startable: readonly Unit[]
  /** The latest first. */
  readonly responses: readonly BegunResponse[]
}

export interface BegunResponse {
  readonly response: string
  readonly unit: Unit
  readonly version: string
  readonly state: ResponseState
  /** When it was begun, milliseconds since 1970. */
  readonly begunAt: number
  readonly answered: number
  /** When it was last sent, milliseconds since 1970. */
  readonly sentAt: number | undefined
  /** All of it is at the server. */
  readonly isPending: boolean
}

/** Forms beside the survey; undefined until read. */
export function useOtherForms(): readonly OtherForm[] | undefined {
  const app = useApp()
  const scope = useScope()
  const programmes = useProgrammes()
  const forms = useForms()
  const names = useWatched(() => app.watchFields(responseType, responseFields.form), `${app.person.id} begun`)
  const moves = useWatched(
    () => app.watchFields(responseType, responseFields.move('')),
    `${app.person.id} moves`,
  )
  const answered = useWatched(() => app.countAnswers(), `${app.person.id} answered`)
  return useMemo(() => {
    if (!scope || !programmes || !forms || !names || !moves || !answered) return undefined
    const rows = Map.groupBy([...names, ...moves], row => row.thing)
    const ids = new Set(forms.list.map(({ id }) => id))
    const actions = ['response.fill', 'response.fillNamed'] as const
    const mine = [...new Set(actions.flatMap(action => scope.communesWhere(action)))]
    return programmes.flatMap(programme => {
      const isOwn = (unit: Unit): boolean => ownProgramme(programmes, unit.id) === programme
      return [...ids].flatMap((id): readonly OtherForm[] => {
        if (id === programme.surveyForm?.id) return []
        const versions = forms.list.filter(one => one.id === id)
        const newest = versions[0] && chooseFormVersion(versions, versions[0])
        if (!newest) return []
        const fillable = mine.filter(unit => mayFill(newest.form, scope.rolesAt(unit.id)))
        if (fillable.length === 0) return []
        // Internal audits ask these, check by check (`/audits`).
        if (newest.form.kind === 'audit_checklist') return []
        const responses = [...rows]
          .filter(
            ([thing]) =>
              thing.startsWith(`${programme.id}.${id}.`) || thing.startsWith(`${programme.id}.${id}~`),
          )
          .flatMap(([thing, fields]) => toBegun(thing, fields, fillable, answered.get(thing) ?? 0))
          // One of an earlier form that is still a commune's survey is a task.
          .filter(({ response, unit }) => response !== findSurvey(programme, unit.id, one => rows.has(one)))
          .toSorted((a, b) => b.begunAt - a.begunAt)
        const begun = new Set(responses.map(({ unit }) => unit.id))
        // What was begun stays with the programme it was begun in.
        const units = fillable.filter(unit => isOwn(unit) || begun.has(unit.id))
        if (units.length === 0) return []
        const startable = programme.surveys.includes(id)
          ? []
          : units.filter(unit => isOwn(unit) && (newest.form.repeatable === true || !begun.has(unit.id)))
        if (startable.length === 0 && responses.length === 0) return []
        return [{ form: newest.form, programme, isFormer: !units.some(isOwn), units, startable, responses }]
      })
    })
  }, [scope, programmes, forms, names, moves, answered])
}

function toBegun(
  response: string,
  rows: readonly Row[],
  units: readonly Unit[],
  answered: number,
): readonly BegunResponse[] {
  const begun = rows.find(row => row.field === responseFields.form)
  const unit = units.find(({ id }) => id === parseFeedId(begun?.feed ?? '')?.unit)
  const stored = readResponse(rows.map(row => ({ ...row, order: row.seq })))
  if (!begun || !unit || !stored.form) return []
  const isPending = rows.some(row => row.pending !== null)
  const { version } = stored.form
  const sentAt = stored.moves.findLast(move => move.to === 'sent')?.at
  return [{ response, unit, version, state: stored.state, begunAt: begun.at, answered, sentAt, isPending }]
}
