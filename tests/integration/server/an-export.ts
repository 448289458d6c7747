import { compileForm, type CompiledForm } from '../../../src/domain/forms/compile-form.ts'
import type { FormVersion } from '../../../src/domain/forms/form-version.ts'
import type { Sheet } from '../../../src/lib/workbook/workbook.ts'
import { readWorkbook } from '../../../src/lib/workbook/read-workbook.ts'
import { readZipDirectory } from '../../../src/lib/zip/read-zip-directory.ts'
import { createUnpacker } from '../../../src/lib/zip/unpacker.ts'

const limits = { maxEntries: 1000, maxUnpackedBytes: 50_000_000, maxRatio: 1000, ratioFromBytes: 1_000_000 }

export const bytesOf = async (answer: Response): Promise<Uint8Array> =>
  new Uint8Array(await answer.arrayBuffer())

/** The files of a zip by their path. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, Buffer> {
  const entries = readZipDirectory(bytes, limits)
  if (!entries.ok) throw new Error(JSON.stringify(entries.error))
  const { unpack } = createUnpacker(limits)
  return new Map(
    entries.value.map(entry => {
      const parts: Uint8Array[] = []
      const problem = unpack(entry, chunk => parts.push(chunk) > 0)
      if (problem) throw new Error(JSON.stringify(problem))
      return [entry.path, Buffer.concat(parts)]
    }),
  )
}

/** The sheets of an XLSX, each row by its headers. */
export function readSheets(bytes: Uint8Array): Readonly<Record<string, readonly Record<string, unknown>[]>> {
  const book = readWorkbook(bytes)
  if (!book.ok) throw new Error(JSON.stringify(book.error))
  return Object.fromEntries(book.value.sheets.map(sheet => [sheet.name, rowsByHeader(sheet)]))
}

const rowsByHeader = ({ rows: [header = [], ...rest] }: Sheet): readonly Record<string, unknown>[] =>
  rest.map(cells => Object.fromEntries(header.map((name, at) => [String(name), cells[at] ?? null])))

const label = { vi: 'Nhãn', en: 'Label' }

/** A form with a repeat. */
export const householdForm: CompiledForm = mustCompile({
  schema: 'form/1',
  id: 'households',
  version: '3',
  kind: 'survey',
  title: { vi: 'Hộ dân: điều tra', en: 'Households' },
  sections: [
    {
      id: 's',
      title: label,
      items: [
        { id: 'village', type: 'text', label, required: false },
        {
          id: 'child',
          type: 'repeat',
          label,
          items: [{ id: 'age', type: 'integer', label, required: false }],
        },
      ],
    },
  ],
})

function mustCompile(form: FormVersion): CompiledForm {
  const compiled = compileForm(form)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
  return compiled.value
}
