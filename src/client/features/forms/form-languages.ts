import type { FormVersion, LocalText } from '../../../domain/forms/form-version.ts'
import { listQuestions } from '../../../domain/forms/list-questions.ts'

/** Codes of the languages a form's questions are written in, Vietnamese and English first. */
export function formLanguages(form: FormVersion): readonly string[] {
  const texts: readonly LocalText[] = [
    form.title,
    ...form.sections.flatMap(({ title, items }) => [
      title,
      ...listQuestions(items).map(({ label }) => label),
    ]),
  ]
  const used = new Set(texts.flatMap(text => Object.keys(text).filter(code => text[code])))
  return ['vi', 'en', ...used].filter((code, at, all) => used.has(code) && all.indexOf(code) === at)
}
