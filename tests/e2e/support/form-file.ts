import type { Page } from 'playwright-core'
import survey from '../../../src/content/forms/training-attendance.json' with { type: 'json' }
import type { FormVersion } from '../../../src/domain/forms/form-version.ts'
import { fillOptions } from '../../../src/domain/forms/fill-options.ts'
import { writeXlsform } from '../../../src/domain/xlsform/write-xlsform.ts'
import { writeWorkbook } from '../../../src/lib/workbook/write-workbook.ts'
import { aForm, aQuestion } from '../../support/a-form.ts'
import { goTo } from './pages.ts'

export interface FormFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export const toFormFile = (form: FormVersion): FormFile => ({
  name: `${form.id}.xlsx`,
  bytes: writeWorkbook(writeXlsform(form)),
})

/** From anywhere in the app to the import screen, and through its file chooser. */
export async function importFile(page: Page, { name, bytes }: FormFile): Promise<void> {
  await goTo(page, '/forms')
  await page.locator('main h1 ~ *, main header').first().waitFor()
  await page.locator('main header button').first().click()
  await page.waitForURL('**/forms/import')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })
}

export const importForm = (page: Page, form: FormVersion): Promise<void> => importFile(page, toFormFile(form))

/** The training form with a question added, one taken away and one reworded. */
export function aChangedForm(): FormVersion {
  const form = fillOptions(survey as unknown as FormVersion)
  const [first, ...sections] = form.sections
  if (!first) throw new Error('the form has no section')
  const [a, b, ...items] = first.items
  const label = { vi: 'Đơn vị chủ trì lớp tập huấn', en: 'Unit in charge of the training' }
  const changed =
    a && b && !('items' in a) ? [{ ...a, label: { vi: 'Tên lớp (ghi đầy đủ)', en: 'Full title' } }] : []
  return {
    ...form,
    version: '1.1.0',
    sections: [{ ...first, items: [...changed, aQuestion('host', { label }), ...items] }, ...sections],
  }
}

/** Two calculations that wait for each other, a misspelt name and an unknown function. */
export const aBrokenForm = (): FormVersion =>
  aForm({
    sections: [
      {
        id: 's1',
        title: { vi: 'Phần 1', en: 'Part 1' },
        items: [
          aQuestion('q1', { relevance: '${q2} = 1' }),
          aQuestion('q2', { relevance: '${q1} = 1' }),
          aQuestion('q3', { relevance: "${nosuch} = 'x'" }),
          aQuestion('q4', { relevance: "lookup('x')" }),
        ],
      },
    ],
  })
