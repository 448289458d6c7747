import type { FormVersion } from '../../../domain/forms/form-version.ts'
import { writeXlsform } from '../../../domain/xlsform/write-xlsform.ts'
import { writeWorkbook } from '../../../lib/workbook/write-workbook.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Hands the form to the browser as an XLSForm, `<id>-<version>.xlsx`. */
export function downloadForm(form: FormVersion): void {
  const url = URL.createObjectURL(new Blob([writeWorkbook(writeXlsform(form))], { type: xlsx }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${form.id}-${form.version}.xlsx`.replaceAll(/[^\w.-]/gu, '_')
  link.click()
  // The browser has taken the bytes when the click has been handled; some take a moment longer.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
