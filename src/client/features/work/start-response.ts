import type { Result } from '../../../lib/result.ts'
import { initialAnswers } from '../../../domain/forms/initial-answers.ts'
import type { CompiledForm } from '../../../domain/forms/compile-form.ts'
import { feedId } from '../../../domain/people/feed.ts'
import { responseFields, responseType } from '../../../domain/responses/response-fields.ts'
import type { App, SaveProblem } from '../../context/app.ts'
import type { Task } from './use-tasks.ts'

/** Begins a response on the form version of the programme: its name, its defaults, and the unit filled in. */
export function startResponse(
  app: App,
  task: Task,
  form: CompiledForm,
): Promise<Result<unknown, SaveProblem>> {
  const answers: Record<string, unknown> = { ...initialAnswers(form, { today: app.today }) }
  for (const [id, { question }] of form.questions)
    if (question.type === 'org_unit') answers[id] = task.unit.id
  const thing = { feed: feedId(task.unit.id, 'unit'), type: responseType, thing: task.response }
  return app.save([
    { ...thing, field: responseFields.form, value: { id: form.form.id, version: form.form.version } },
    ...Object.entries(answers).map(([id, value]) => ({
      ...thing,
      field: responseFields.answer(id),
      value: value as string,
    })),
  ])
}
