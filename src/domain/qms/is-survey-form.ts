import type { FormVersion } from '../forms/form-version.ts'
import { mayFill } from '../responses/may-fill.ts'

/** Whether a form can be a programme's survey: one that each commune fills once, under its name. */
export const isSurveyForm = (form: FormVersion): boolean =>
  form.kind === 'survey' &&
  form.anonymous !== true &&
  form.repeatable !== true &&
  mayFill(form, ['communeOfficial', 'communeLeader'])
