import type { Draft } from './draft.ts'

type Tables = ReadonlyMap<string, readonly (readonly string[])[]>

/** The name of an attached file as `instance()` and `pulldata()` know it. */
export const tableName = (file: string): string => file.replace(/\.csv$/iu, '')

export const isTable = (file: string, tables: Tables): boolean =>
  /\.csv$/iu.test(file) && tables.has(tableName(file))

/** Options from an attached CSV file, whose columns `value` and `label` name. */
export function tableToOptions(file: string, tables: Tables, value: string, label: string): readonly Draft[] {
  const [header = [], ...rows] = tables.get(tableName(file)) ?? []
  const valueAt = header.indexOf(value)
  const labelAt = header.indexOf(label)
  return rows.flatMap(row => {
    const text = row[valueAt]?.trim() ?? ''
    if (text === '') return []
    const words = row[labelAt] ?? text
    const columns = header.flatMap((name, at) =>
      at === valueAt || at === labelAt || name === '' ? [] : [[name, row[at] ?? ''] as const],
    )
    return [
      {
        value: text,
        label: { vi: words, en: words },
        ...(columns.length > 0 ? { columns: Object.fromEntries(columns) } : {}),
      },
    ]
  })
}
