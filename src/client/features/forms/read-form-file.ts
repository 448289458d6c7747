import type { FormVersion } from '../../../domain/forms/form-version.ts'
import { readXlsform } from '../../../domain/xlsform/read-xlsform.ts'
import type { XlsformProblem } from '../../../domain/xlsform/xlsform-problem.ts'
import { readWorkbook } from '../../../lib/workbook/read-workbook.ts'
import type { WorkbookProblem } from '../../../lib/workbook/workbook-problem.ts'

/** What a chosen file is. */
export type FormFileReading =
  | { readonly type: 'notRead'; readonly problem: WorkbookProblem | { readonly type: 'tooSlow' | 'failed' } }
  | {
      readonly type: 'read'
      /** Missing when there are errors. */
      readonly form?: FormVersion
      readonly errors: readonly XlsformProblem[]
      readonly warnings: readonly XlsformProblem[]
    }

/** An .xlsx, and what came along with it. */
export interface FormFile {
  readonly bytes: Uint8Array
  readonly name: string
  /** CSV, text by name. */
  readonly files: Readonly<Record<string, string>>
  /** Pictures, SHA-256 by name. */
  readonly images: Readonly<Record<string, string>>
}

/** Reads an XLSForm out of a file's bytes. */
export function readFormFile({ bytes, name, files, images }: FormFile): FormFileReading {
  const workbook = readWorkbook(bytes)
  if (!workbook.ok) return { type: 'notRead', problem: workbook.error }
  const fileName = name.replace(/\.[^.]*$/u, '')
  return { type: 'read', ...readXlsform(workbook.value, { fileName, files, images }) }
}
