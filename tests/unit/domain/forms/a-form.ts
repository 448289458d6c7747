import { compileForm, type CompiledForm } from '../../../../src/domain/forms/compile-form.ts'
import {
  createFormSession,
  type FormSession,
  type SessionStart,
} from '../../../../src/domain/forms/form-session.ts'
import type { SessionClock } from '../../../../src/domain/forms/session-clock.ts'
import type { FormVersion, Question, Section } from '../../../../src/domain/forms/form-version.ts'

export const label = { vi: 'Câu hỏi', en: 'Question' }

/** A question of some type with the rest filled in. */
export const aQuestion = (
  given: Pick<Question, 'id' | 'type'> & Readonly<Record<string, unknown>>,
): Question => ({ label, required: false, ...given }) as unknown as Question

/** A form of one section `s`. */
export const aForm = (questions: readonly Question[], more: Partial<FormVersion> = {}): FormVersion => ({
  schema: 'form/1',
  id: 'test_form',
  version: '1.0.0',
  kind: 'survey',
  title: label,
  sections: [aSection('s', questions)],
  ...more,
})

export const aSection = (id: string, questions: readonly Question[], relevance?: string): Section => ({
  id,
  title: label,
  items: questions,
  ...(relevance === undefined ? {} : { relevance }),
})

export function mustCompile(form: FormVersion): CompiledForm {
  const compiled = compileForm(form)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
  return compiled.value
}

export const openForm = (
  form: FormVersion | CompiledForm,
  start: Partial<SessionStart> = {},
  today: () => string = () => '2017-10-16',
  clock: Partial<SessionClock> = {},
): FormSession =>
  createFormSession(
    'nodes' in form ? form : mustCompile(form),
    { answers: {}, files: {}, confirmed: {}, ...start },
    { today, ...clock },
  )
