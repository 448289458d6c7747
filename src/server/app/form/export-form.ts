import { readdir, readFile, writeFile } from 'node:fs/promises'
import { parseFormVersion } from '../../../domain/forms/parse-form-version.ts'
import { writeXlsform } from '../../../domain/xlsform/write-xlsform.ts'
import { writeWorkbook } from '../../../lib/workbook/write-workbook.ts'

const folder = new URL('../../../content/forms/', import.meta.url)

/** Writes a built-in form, named by its id or its file, as an XLSForm. */
export async function exportForm(id: string, out = `${id}.xlsx`): Promise<number> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.json'))
  const ids: string[] = []
  for (const name of names) {
    const form = parseFormVersion(JSON.parse(await readFile(new URL(name, folder), 'utf8')))
    if (!form.ok) throw new Error(`the built-in form ${name} is broken`)
    ids.push(form.value.id)
    if (form.value.id !== id && name !== `${id}.json`) continue
    await writeFile(out, writeWorkbook(writeXlsform(form.value)))
    console.log(out)
    return 0
  }
  console.error(`There is no form ${id}. There are: ${ids.join(', ')}`)
  return 1
}
