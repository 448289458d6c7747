import { describeQuestions } from './describe-questions.ts'
import { readXlsformFile } from './read-xlsform-file.ts'
import { writeProblem } from './write-problem.ts'

/** Prints what an XLSForm says and what is wrong with it, as JSON. `attached` are CSV files and pictures. */
export async function checkFile(file: string, attached: readonly string[]): Promise<number> {
  const reading = await readXlsformFile(file, attached)
  if (!reading.ok) return refuse(reading.error)
  const { form, errors, warnings } = reading.value
  print({
    errors: errors.map(writeProblem),
    warnings: warnings.map(writeProblem),
    form: form && {
      id: form.id,
      version: form.version,
      title: form.title,
      languages: { ...form.languages, vi: 'Tiếng Việt', en: 'English' },
      defaultLanguage: form.defaultLanguage,
    },
    questions: form ? describeQuestions(form) : [],
  })
  return form ? 0 : 1
}

function refuse(error: Readonly<Record<string, unknown>>): number {
  print({ errors: [error], warnings: [], questions: [] })
  return 1
}

const print = (json: unknown): void => console.log(JSON.stringify(json, undefined, 2))
