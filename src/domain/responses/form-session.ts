import type { CompiledForm } from '../forms/compile-form.ts'
import { createFormSession, type FormSession } from '../forms/form-session.ts'
import { filesByQuestion, type Response } from './response.ts'

/** The engine at work on a response's answers. `today`: `YYYY-MM-DD`. */
export function openSession(form: CompiledForm, response: Response, today: () => string): FormSession {
  return createFormSession(
    form,
    { answers: response.answers, files: filesByQuestion(response), confirmed: response.confirmed },
    { today },
  )
}

export const isComplete = (form: CompiledForm, response: Response, today: string): boolean =>
  openSession(form, response, () => today).missing().length === 0
