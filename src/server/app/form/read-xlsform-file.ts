import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import texts from '../../../../locales/en/forms.json' with { type: 'json' }
import { readXlsform, type XlsformReading } from '../../../domain/xlsform/read-xlsform.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import { sniffImage } from '../../../lib/sniff-image.ts'
import { readWorkbook } from '../../../lib/workbook/read-workbook.ts'
import type { WorkbookProblem } from '../../../lib/workbook/workbook-problem.ts'
import { explainError } from '../explain-error.ts'

const notTaken = 'Only CSV files and PNG or JPEG pictures can come along.'

/** Why nothing of a file was read; `message` says what to do. */
export type FileRefusal = Readonly<Record<string, unknown>> & {
  readonly code: string
  readonly file: string
  readonly message: string
}

/** Reads an .xlsx as an XLSForm. `attached`: paths of CSV files and pictures that it names. */
export async function readXlsformFile(
  file: string,
  attached: readonly string[] = [],
): Promise<Result<XlsformReading, FileRefusal>> {
  const bytes = await readFile(file).catch(explainError)
  if (typeof bytes === 'string') return err({ code: 'fileUnreadable', file, message: bytes })
  const workbook = readWorkbook(bytes)
  if (!workbook.ok) {
    const { type, ...details } = workbook.error
    return err({ code: type, file, ...details, message: wordsOf(workbook.error) })
  }
  const files: Record<string, string> = {}
  const images: Record<string, string> = {}
  for (const path of attached) {
    const read = await readFile(path).catch(explainError)
    if (typeof read === 'string') return err({ code: 'fileUnreadable', file: path, message: read })
    if (sniffImage(read)) images[basename(path)] = createHash('sha256').update(read).digest('hex')
    else if (/\.csv$/iu.test(path)) files[basename(path)] = new TextDecoder().decode(read)
    else return err({ code: 'attachedNotTaken', file: path, message: notTaken })
  }
  const fileName = basename(file).replace(/\.[^.]*$/u, '')
  return ok(readXlsform(workbook.value, { fileName, files, images }))
}

/** The words that the import screen has. */
function wordsOf(problem: WorkbookProblem): string {
  const { notRead } = texts
  switch (problem.type) {
    case 'tooLarge':
    case 'unpacksTooLarge':
      return notRead[problem.type].replace('{{size}}', `${Math.round(problem.maxBytes / 1024 / 1024)} MB`)
    case 'notXlsx':
      return notRead.looksLike[problem.looksLike]
    case 'tooManyCells':
      return notRead.tooManyCells.replace('{{sheet}}', problem.sheet ?? '')
    case 'legacyXls':
    case 'encrypted':
    case 'damaged':
    case 'tooManyEntries':
    case 'ratioTooHigh':
      return notRead[problem.type]
  }
}
