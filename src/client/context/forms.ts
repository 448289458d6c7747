import survey from '../../content/forms/survey-baseline.json' with { type: 'json' }
import { compileForm, type CompiledForm } from '../../domain/forms/compile-form.ts'
import type { FormVersion, Question } from '../../domain/forms/form-version.ts'
import type { FormName } from '../../domain/responses/response.ts'

const builtIn = [survey as unknown as FormVersion]
const compiled = new Map<string, CompiledForm>()

/** The form version of that name, compiled once; undefined when this build does not have it. */
export function findForm({ id, version }: FormName): CompiledForm | undefined {
  const key = `${id} ${version}`
  const known = compiled.get(key)
  if (known) return known
  const form = builtIn.find(candidate => candidate.id === id && candidate.version === version)
  const made = form && compileForm(form)
  if (!made?.ok) return undefined
  compiled.set(key, made.value)
  return made.value
}

/** A question of any built-in form by its id; for words about something stored. */
export const findQuestion = (id: string): Question | undefined =>
  builtIn
    .flatMap(form => form.sections.flatMap(section => section.questions))
    .find(question => question.id === id)
