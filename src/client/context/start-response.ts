import type { Result } from '../../lib/result.ts'
import { initialAnswers } from '../../domain/forms/initial-answers.ts'
import type { CompiledForm } from '../../domain/forms/compile-form.ts'
import { feedId } from '../../domain/people/feed.ts'
import { responseFields, responseType } from '../../domain/responses/response-fields.ts'
import type { App, SaveProblem } from './app.ts'
import { metadataOf } from './response-metadata.ts'

interface Begin {
  readonly response: string
  /** The commune it is about. */
  readonly unit: string
  readonly form: CompiledForm
  /** What is known already, by question. */
  readonly known?: Readonly<Record<string, string>>
}

/** Begins a response on a form version: its name, its defaults, and the unit filled in. */
export async function startResponse(app: App, begin: Begin): Promise<Result<unknown, SaveProblem>> {
  const { response, unit, form, known = {} } = begin
  const clock = { today: app.today, now: app.now, random: Math.random, uuid: () => crypto.randomUUID() }
  const answers: Record<string, unknown> = {
    ...initialAnswers(form, clock, await metadataOf(app, begin)),
    ...known,
  }
  for (const [id, { question }] of form.questions) if (question.type === 'org_unit') answers[id] = unit
  const thing = { feed: feedId(unit, 'unit'), type: responseType, thing: response }
  return app.save([
    { ...thing, field: responseFields.form, value: { id: form.form.id, version: form.form.version } },
    ...Object.entries(answers).map(([id, value]) => ({
      ...thing,
      field: responseFields.answer(id),
      value: value as string,
    })),
  ])
}
