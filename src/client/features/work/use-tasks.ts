import { useMemo } from 'react'
import { parseFeedId } from '../../../domain/people/feed.ts'
import { responseType } from '../../../domain/responses/response-fields.ts'
import { readResponse, type FormName } from '../../../domain/responses/response.ts'
import type { CompiledForm } from '../../../domain/forms/compile-form.ts'
import type { SurveyState } from '../../../domain/reports/survey-progress.ts'
import { dueOn } from '../../../domain/qms/due-on.ts'
import { findSurvey } from '../../../domain/qms/find-survey.ts'
import type { Programme } from '../../../domain/qms/programme.ts'
import { ownProgramme } from '../../../domain/qms/read-programmes.ts'
import { isValidOn, type Unit } from '../../../domain/people/unit.ts'
import type { Row } from '../../../sync/replica/row.ts'
import { whereThingIs, type BackupView, type Whereabouts } from '../../../sync/replica/whereabouts.ts'
import { openSession } from '../../../domain/responses/form-session.ts'
import { chooseFormVersion } from '../../../domain/qms/choose-form-version.ts'
import { filesOfRows } from '../../context/files-of-rows.ts'
import { firstForm, type Forms } from '../../context/forms.ts'
import { useBackup } from '../../context/use-backup.ts'
import { useFileFacts, type FileFacts } from '../../context/use-file-facts.ts'
import { useForms } from '../../context/use-forms.ts'
import { useApp } from '../../context/app-context.tsx'
import { useProgrammes } from '../../context/use-programmes.ts'
import { useScope } from '../../context/use-scope.ts'
import { useWatched } from '../../context/use-watched.ts'

/** A survey that this person fills, whether begun or not. */
export interface Task {
  readonly response: string
  readonly programme: Programme
  /** What it is begun or filled with; undefined when this tablet does not have the form. */
  readonly form: CompiledForm | undefined
  readonly title: Readonly<Record<string, string>> | undefined
  readonly minutes: number | undefined
  readonly unit: Unit
  readonly state: SurveyState
  readonly group: 'todo' | 'sent' | 'done'
  readonly reason: string | undefined
  /** Undefined also when nothing of its programme is due any more. */
  readonly dueOn: string | undefined
  readonly daysLate: number
  /** Of the questions that apply. */
  readonly progress: { readonly answered: number; readonly total: number }
  /** Changes and files that only this tablet has. */
  readonly onTablet: number
  readonly where: Whereabouts
  readonly hasBackup: boolean
}

const dayMs = 86_400_000

/** Tasks of the communes whose forms this person fills; undefined until read. */
export function useTasks(): readonly Task[] | undefined {
  const app = useApp()
  const scope = useScope()
  const programmes = useProgrammes()
  // The other built-in forms are a chunk that the first screen does not wait for.
  const isUsual = programmes?.every(({ surveys }) => surveys.every(id => id === firstForm.id)) ?? true
  const forms = useForms(isUsual ? 'surveyAndPublished' : 'all')
  // Who fills no survey reads many communes: all their answers would be read for nothing.
  const prefix = scope && scope.communesWhere('response.fill').length > 0 ? '' : 'form'
  const rows = useWatched(() => app.watchFields(responseType, prefix), `${app.person.id} responses ${prefix}`)
  const today = app.today()
  const files = useMemo(() => filesOfRows(rows ?? []), [rows])
  const facts = useFileFacts(files)
  const view = useBackup()
  return useMemo(() => {
    if (!scope || !programmes || !rows || !forms || !facts || !view) return undefined
    const byThing = Map.groupBy(rows, row => row.thing)
    return programmes.flatMap(programme =>
      scope.communesEver('response.fill').flatMap(unit => {
        const least = programme.surveyForm
        if (!least) return []
        const form = chooseFormVersion(forms.list, least) ?? least
        const response = findSurvey(programme, unit.id, thing => byThing.has(thing))
        if (response === undefined) return []
        const isDue = programme.endedOn === undefined && ownProgramme(programmes, unit.id) === programme
        // What was begun goes on in a unit or programme that has ended; nothing new begins there.
        if (!(isDue && isValidOn(unit, today)) && !byThing.has(response)) return []
        return [
          toTask({
            programme,
            forms,
            form,
            unit,
            response,
            dueOn: dueOn(programme.surveyDueOn, programme, unit, today),
            today,
            facts,
            view,
            rows: byThing.get(response) ?? [],
          }),
        ]
      }),
    )
  }, [scope, programmes, rows, forms, today, facts, view])
}

interface Given {
  readonly programme: Programme
  readonly forms: Forms
  readonly form: FormName
  readonly unit: Unit
  readonly response: string
  readonly dueOn: string | undefined
  readonly today: string
  readonly facts: FileFacts
  readonly view: BackupView
  readonly rows: readonly Row[]
}

function toTask(given: Given): Task {
  const { programme, forms, form, unit, response, dueOn, today, facts, view, rows } = given
  const fields = rows
    .filter(row => parseFeedId(row.feed)?.unit === unit.id)
    .map(({ field, value, author, at, seq }) => ({ field, value, author, at, order: seq }))
  const stored = readResponse(fields)
  const state: SurveyState = stored.form ? stored.state : 'notStarted'
  const group = state === 'sent' ? 'sent' : state === 'approved' ? 'done' : 'todo'
  const name = stored.form ?? { id: form.id, version: form.version }
  const compiled = forms.find(name)
  const files = filesOfRows(rows).map(sha256 => facts.get(sha256))
  const late = dueOn === undefined || group !== 'todo' ? 0 : (Date.parse(today) - Date.parse(dueOn)) / dayMs
  return {
    response,
    programme,
    form: compiled,
    title: compiled?.form.title,
    minutes: compiled?.form.estimatedMinutes,
    unit,
    state,
    group,
    reason: stored.moves.at(-1)?.reason,
    dueOn,
    daysLate: Math.max(0, late),
    progress:
      stored.form && compiled
        ? openSession(compiled, stored, { today: () => today }).progress()
        : { answered: 0, total: 0 },
    onTablet:
      rows.filter(row => row.pending !== null).length +
      files.filter(file => file?.isOnlyHere === true).length,
    where: whereThingIs(rows, files, view),
    hasBackup: view.backup !== undefined,
  }
}
