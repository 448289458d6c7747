import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readXlsform } from '../../../domain/xlsform/read-xlsform.ts'
import { readWorkbook } from '../../../lib/workbook/read-workbook.ts'
import { explainError } from '../explain-error.ts'
import { describeQuestions } from './describe-questions.ts'
import { writeProblem } from './write-problem.ts'

/** Prints what an XLSForm says and what is wrong with it, as JSON. `attached` are CSV files. */
export async function checkFile(file: string, attached: readonly string[]): Promise<number> {
  const bytes = await readFile(file).catch(explainError)
  if (typeof bytes === 'string') return refuse({ code: 'fileUnreadable', file, message: bytes })
  const workbook = readWorkbook(bytes)
  if (!workbook.ok) {
    const { type, ...details } = workbook.error
    const message =
      type === 'legacyXls' ? 'This is an old .xls. Save it as .xlsx.' : 'This is no .xlsx workbook.'
    return refuse({ code: type, file, ...details, message })
  }
  const files: Record<string, string> = {}
  for (const path of attached) {
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text === undefined)
      return refuse({ code: 'fileUnreadable', file: path, message: 'It cannot be read.' })
    files[basename(path)] = text
  }
  const fileName = basename(file).replace(/\.[^.]*$/u, '')
  const { form, errors, warnings } = readXlsform(workbook.value, { fileName, files })
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
