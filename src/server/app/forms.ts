import auditChecklist from '../../content/forms/audit-checklist-2008.json' with { type: 'json' }
import awarenessInterview from '../../content/forms/awareness-interview.json' with { type: 'json' }
import awarenessQuiz from '../../content/forms/awareness-quiz.json' with { type: 'json' }
import citizenSatisfaction from '../../content/forms/citizen-satisfaction.json' with { type: 'json' }
import documentReview from '../../content/forms/document-review.json' with { type: 'json' }
import effectiveness from '../../content/forms/effectiveness-3m.json' with { type: 'json' }
import readiness from '../../content/forms/readiness.json' with { type: 'json' }
import survey from '../../content/forms/survey-baseline.json' with { type: 'json' }
import trainingAttendance from '../../content/forms/training-attendance.json' with { type: 'json' }
import { compileForm, type CompiledForm } from '../../domain/forms/compile-form.ts'
import { parseFormVersion } from '../../domain/forms/parse-form-version.ts'
import type { FormName } from '../../domain/responses/response.ts'

export type FindForm = (name: FormName) => CompiledForm | undefined

const builtIn = [
  survey,
  auditChecklist,
  awarenessInterview,
  awarenessQuiz,
  citizenSatisfaction,
  documentReview,
  effectiveness,
  readiness,
  trainingAttendance,
]

/** The built-in forms, checked and compiled at start: a server with a broken form does not start. */
export function createBuiltInForms(): BuiltInForms {
  const forms = builtIn.map((json): CompiledForm => {
    const form = parseFormVersion(json)
    const compiled = form.ok ? compileForm(form.value) : form
    if (!compiled.ok) throw new Error(`a built-in form is broken: ${JSON.stringify(compiled.error)}`)
    return compiled.value
  })
  const byName = new Map(forms.map(compiled => [keyOf(compiled.form), compiled]))
  return {
    find: name => byName.get(keyOf(name)),
    all: forms,
    list: id => forms.filter(({ form }) => form.id === id),
  }
}

export interface BuiltInForms {
  readonly find: FindForm
  readonly all: readonly CompiledForm[]
  readonly list: (id: string) => readonly CompiledForm[]
}

const keyOf = ({ id, version }: FormName): string => JSON.stringify([id, version])

/** The survey that a programme begins with. */
export const baselineSurvey: FormName = { id: survey.id, version: survey.version }
