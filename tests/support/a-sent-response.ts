import { builtInForms } from '../../src/client/context/built-in-forms.ts'
import { createForms, firstForm } from '../../src/client/context/forms.ts'
import type { AnswerValue } from '../../src/domain/forms/form-version.ts'
import type { RowsByRepeat } from '../../src/domain/forms/row.ts'
import { listRows } from '../../src/domain/responses/list-rows.ts'
import { responseFields, responseId, responseType } from '../../src/domain/responses/response-fields.ts'
import type { JsonValue } from '../../src/lib/json-value.ts'
import { aFilledForm } from './a-filled-form.ts'

export interface Change {
  readonly type: string
  readonly thing: string
  readonly field: string
  readonly value: JsonValue
}

/** The built-in forms as a tablet has them. */
export const tabletForms = createForms(
  [firstForm, ...builtInForms].map(form => ({
    id: form.id,
    version: form.version,
    form,
    published: undefined,
  })),
)

/** A form of a commune that is begun, filled and sent at once: the fields, in the order they are saved. */
export function aSentResponse(given: {
  readonly programme: string
  readonly unit: string
  readonly form: string
  /** Tells responses to a repeatable form apart, and sendings. */
  readonly run: string
  readonly today: string
  readonly answers?: Readonly<Record<string, AnswerValue>>
  readonly rows?: RowsByRepeat
}): readonly Change[] {
  const { programme, unit, form: id, run, today, answers = {}, rows = {} } = given
  const found = tabletForms.list.find(one => one.id === id)
  const form = found && tabletForms.find(found)
  if (!form) throw new Error(`no form ${id}`)
  const filled = aFilledForm(form, { today, rows: { ...listRows(form, { rows: {} }), ...rows }, answers })
  const own = form.form.repeatable === true ? run : undefined
  const thing = { type: responseType, thing: responseId(programme, id, unit, own) }
  return [
    { ...thing, field: responseFields.form, value: { id, version: form.form.version } },
    ...Object.entries(filled.answers).map(([key, value]) => ({
      ...thing,
      field: responseFields.answer(key),
      value: value as JsonValue,
    })),
    {
      ...thing,
      field: responseFields.move(`m${run}`),
      value: { to: 'sent', sent: { answers: filled.sent, notes: {}, files: {} } } as JsonValue,
    },
  ]
}
