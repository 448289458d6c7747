import { writeWorkbook } from '../../../lib/workbook/write-workbook.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Hands a table to the browser as a workbook of one sheet; the first row is its header. */
export function saveTable(name: string, rows: readonly (readonly string[])[]): void {
  const bytes = writeWorkbook({ sheets: [{ name: 'people', rows }] })
  const url = URL.createObjectURL(new Blob([bytes], { type: xlsx }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the bytes when the click has been handled; some take a moment longer.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
