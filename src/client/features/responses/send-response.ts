import { err, type Result } from '../../../lib/result.ts'
import { sentAnswers } from '../../../domain/responses/compare-sent.ts'
import { splitKey } from '../../../domain/forms/row.ts'
import { responseFields } from '../../../domain/responses/response-fields.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import type { App, SaveProblem } from '../../context/app.ts'
import type { Filling } from './filling.ts'
import { saveFields } from './save-fields.ts'

export type SendProblem = { readonly type: 'notSaved' | 'incomplete' } | SaveProblem

/** Sends the response as it stands: a move to `sent` that carries what is sent. Works offline. */
export async function sendResponse(
  app: App,
  filling: Filling,
  where: { readonly thing: string; readonly feed: string },
): Promise<Result<unknown, SendProblem>> {
  for (const key of filling.session.keys()) {
    const question = filling.form.questions.get(splitKey(key).id)?.question
    if (question?.type === 'metadata' && question.source === 'end') filling.answer(key, app.now(), 'now')
  }
  await filling.flush()
  if (filling.hasUnsaved()) return err({ type: 'notSaved' })
  if (filling.session.missing().length > 0) return err({ type: 'incomplete' })
  const sent = {
    ...sentAnswers(filling.response()),
    answers: filling.session.exportedAnswers(),
    files: filling.session.exportedFiles(),
  }
  return saveFields(app, where, [
    { field: responseFields.move(app.newId()), value: { to: 'sent', sent } as unknown as JsonValue },
  ])
}
