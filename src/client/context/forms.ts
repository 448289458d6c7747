import survey from '../../content/forms/survey-baseline.json' with { type: 'json' }
import { compileForm, type CompiledForm } from '../../domain/forms/compile-form.ts'
import { listQuestions } from '../../domain/forms/list-questions.ts'
import type { FormVersion, Question } from '../../domain/forms/form-version.ts'
import type { FormName } from '../../domain/responses/response.ts'

/** A form version on this tablet, and how it came here. */
export interface KnownForm extends FormName {
  readonly form: FormVersion
  readonly published: Publication | undefined
}

export interface Publication {
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Only this tablet has it yet. */
  readonly isPending: boolean
}

/** All form versions this tablet has. */
export interface Forms {
  /** Built-in ones, then published ones in the order of publication: the last of an id is its newest. */
  readonly list: readonly KnownForm[]
  find: (name: FormName) => CompiledForm | undefined
  /** A question of any form by its id; for words about something stored. */
  findQuestion: (id: string) => Question | undefined
}

/** In the first bundle: what every commune begins with. */
export const firstForm = survey as unknown as FormVersion

const compiled = new WeakMap<FormVersion, CompiledForm>()

/** Compiled once; undefined for a form that does not compile, which no check let through. */
export function compileOnce(form: FormVersion): CompiledForm | undefined {
  const known = compiled.get(form)
  if (known) return known
  const made = compileForm(form)
  if (!made.ok) return undefined
  compiled.set(form, made.value)
  return made.value
}

export function createForms(list: readonly KnownForm[]): Forms {
  return {
    list,
    find({ id, version }) {
      const known = list.find(one => one.id === id && one.version === version)
      return known && compileOnce(known.form)
    },
    findQuestion: id => {
      for (const { form } of list.toReversed())
        for (const { items } of form.sections) {
          const found = listQuestions(items).find(question => question.id === id)
          if (found) return found
        }
      return undefined
    },
  }
}
