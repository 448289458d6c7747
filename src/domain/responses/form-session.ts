import type { CompiledForm } from '../forms/compile-form.ts'
import { createFormSession, type FormSession } from '../forms/form-session.ts'
import type { SessionClock } from '../forms/session-clock.ts'
import { listRows } from './list-rows.ts'
import { filesByQuestion, type Response } from './response.ts'

/** The engine at work on a response's answers. */
export function openSession(form: CompiledForm, response: Response, clock: SessionClock): FormSession {
  return createFormSession(
    form,
    {
      answers: response.answers,
      files: filesByQuestion(response),
      confirmed: response.confirmed,
      rows: listRows(form, response),
    },
    clock,
  )
}

export const isComplete = (form: CompiledForm, response: Response, today: string): boolean =>
  openSession(form, response, { today: () => today }).missing().length === 0
