import survey from '../../content/forms/survey-baseline.json' with { type: 'json' }
import { compileForm, type CompiledForm } from '../../domain/forms/compile-form.ts'
import { parseFormVersion } from '../../domain/forms/parse-form-version.ts'
import type { FormName } from '../../domain/responses/response.ts'

/** The built-in forms, checked and compiled at start: a server with a broken form does not start. */
export function createFormFinder(): (name: FormName) => CompiledForm | undefined {
  const forms = [survey].map(json => {
    const form = parseFormVersion(json)
    const compiled = form.ok ? compileForm(form.value) : form
    if (!compiled.ok) throw new Error(`a built-in form is broken: ${JSON.stringify(compiled.error)}`)
    return compiled.value
  })
  return ({ id, version }) => forms.find(({ form }) => form.id === id && form.version === version)
}

/** The survey that a programme begins with. */
export const baselineSurvey: FormName = { id: survey.id, version: survey.version }
