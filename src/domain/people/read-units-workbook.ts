import { isDay } from '../../lib/calendar-day.ts'
import { err, ok, type Result } from '../../lib/result.ts'
import { searchKey } from '../../lib/search-key.ts'
import type { Cell, Sheet, Workbook } from '../../lib/workbook/workbook.ts'
import { readUnitsChange, type UnitsChange } from './units-change.ts'

/** What keeps a workbook from being read as a change of units. */
export type UnitsWorkbookProblem =
  | { readonly type: 'missingSheet'; readonly sheet: 'change' | 'units' | 'moves' }
  | { readonly type: 'missingColumn'; readonly sheet: string; readonly column: string }
  | { readonly type: 'badDay'; readonly text: string }
  | { readonly type: 'badTable' }

/** Column headings as people write them, in both languages. */
const headings: Readonly<Record<string, readonly string[]>> = {
  from: ['from', 'mã cũ'],
  to: ['to', 'mã mới'],
  keeper: ['keeps records', 'giữ hồ sơ'],
  code: ['code', 'mã'],
  fullName: ['full name', 'tên đầy đủ'],
  kind: ['kind', 'cấp'],
  parent: ['above', 'mã cấp trên'],
}
const sheetNames = {
  change: ['change', 'thay đổi'],
  units: ['units', 'đơn vị'],
  moves: ['moves', 'chuyển'],
} as const

/**
 * Sheets: `change` with rows "on | 2025-07-01" and "ends districts | yes", `units` with code, full name and, if you like,
 * above; `moves` with from, to and, where a commune is split, an x in "keeps records" of one of its rows. A commune whose
 * successor nobody knows has an empty "to". Names of sheets and columns may be Vietnamese.
 */
export function readUnitsWorkbook(book: Workbook): Result<UnitsChange, UnitsWorkbookProblem> {
  const sheets = new Map<string, Sheet>()
  for (const name of ['change', 'units', 'moves'] as const) {
    const sheet = book.sheets.find(one =>
      sheetNames[name].some(known => searchKey(known) === searchKey(one.name)),
    )
    if (!sheet) return err({ type: 'missingSheet', sheet: name })
    sheets.set(name, sheet)
  }
  const facts = new Map(
    (sheets.get('change')?.rows ?? []).map(([key, value]) => [searchKey(textOf(key)), textOf(value)]),
  )
  const on = toDay(facts.get('on') ?? facts.get(searchKey('từ ngày')) ?? '')
  if (!isDay(on)) return err({ type: 'badDay', text: on })
  const ends = facts.get('ends districts') ?? facts.get(searchKey('bỏ cấp huyện')) ?? ''
  const units = readTable(sheets.get('units'), ['code', 'fullName'], ['kind', 'parent'])
  if (!units.ok) return units
  const moves = readTable(sheets.get('moves'), ['from', 'to'], ['keeper'])
  if (!moves.ok) return moves
  const change = readUnitsChange({
    on,
    endsDistricts: /^(?:yes|x|có|true|1)$/iu.test(ends),
    units: units.value.map(({ code = '', fullName = '', kind, parent }) => ({
      code,
      fullName,
      kind: kind === 'district' || kind === 'huyện' ? 'district' : 'commune',
      parent: parent === undefined || parent === '' ? null : parent,
    })),
    moves: [...Map.groupBy(moves.value, ({ from = '' }) => from)].map(([from, rows]) => {
      const keeper = rows.find(row => (row['keeper'] ?? '') !== '')?.['to']
      const to = rows.map(row => row['to'] ?? '').filter(code => code !== '')
      return { from, to, ...(keeper !== undefined && { keeper }) }
    }),
  })
  return change ? ok(change) : err({ type: 'badTable' })
}

function readTable(
  sheet: Sheet | undefined,
  needed: readonly string[],
  optional: readonly string[],
): Result<readonly Readonly<Record<string, string>>[], UnitsWorkbookProblem> {
  const [head = [], ...rows] = sheet?.rows ?? []
  const columns = new Map<string, number>()
  for (const name of [...needed, ...optional]) {
    const keys = headings[name]?.map(searchKey) ?? []
    const at = head.findIndex(cell => keys.includes(searchKey(textOf(cell))))
    if (at >= 0) columns.set(name, at)
    else if (needed.includes(name))
      return err({ type: 'missingColumn', sheet: sheet?.name ?? '', column: headings[name]?.[0] ?? name })
  }
  return ok(
    rows
      .filter(row => row.some(cell => textOf(cell) !== ''))
      .map(row => Object.fromEntries([...columns].map(([name, at]) => [name, textOf(row[at])]))),
  )
}

const textOf = (cell: Cell | undefined): string => String(cell ?? '').trim()

/** As Excel keeps it or as people type it: 01/07/2025. */
const toDay = (text: string): string =>
  text
    .replace(/T.*$/u, '')
    .replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u, (_, day: string, month: string, year: string) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    )
