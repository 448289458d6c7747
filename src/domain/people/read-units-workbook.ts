import { isDay } from '../../lib/calendar-day.ts'
import { err, ok, type Result } from '../../lib/result.ts'
import { searchKey } from '../../lib/search-key.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { Cell, Sheet, Workbook } from '../../lib/workbook/workbook.ts'
import { readUnitsChange, type UnitsChange } from './units-change.ts'

/** What keeps a workbook from being read as a change of units. */
export type UnitsWorkbookProblem =
  | { readonly type: 'missingSheet'; readonly sheet: 'change' | 'units' | 'moves' }
  | { readonly type: 'missingColumn'; readonly sheet: string; readonly column: string }
  | { readonly type: 'badDay' | 'badKind'; readonly text: string }
  /** Two of its rows say that they keep the records. */
  | { readonly type: 'twoKeepers'; readonly code: string }
  | { readonly type: 'badTable' }

/** Column headings as people write them, in both languages. */
const headings = {
  from: ['from', 'mã cũ'],
  to: ['to', 'mã mới'],
  keeper: ['keeps records', 'giữ hồ sơ'],
  code: ['code', 'mã'],
  fullName: ['full name', 'tên đầy đủ'],
  kind: ['kind', 'cấp'],
  parent: ['above', 'mã cấp trên'],
} as const
const kinds = {
  commune: ['', 'commune', 'xã', 'phường', 'thị trấn', 'đặc khu'],
  district: ['district', 'huyện', 'thị xã', 'thành phố'],
} as const
/** Of a code that Excel took for a number, which has lost its zeros. */
const digitsOf = { commune: 5, district: 3 } as const
const sheetNames = {
  change: ['change', 'thay đổi'],
  units: ['units', 'đơn vị'],
  moves: ['moves', 'chuyển'],
} as const

/**
 * Sheets: `change` with rows "on | 2025-07-01" and "ends districts | yes", `units` with code, full name and, if you like,
 * above; `moves` with from, to and, where a commune is split, an x in "keeps records" of one of its rows. A commune whose
 * successor nobody knows has an empty "to". Names of sheets and columns may be Vietnamese. The same row twice counts once.
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
  const founded: JsonValue[] = []
  for (const { code, fullName, kind, parent } of units.value) {
    const text = searchKey(textOf(kind))
    const known = (['commune', 'district'] as const).find(one =>
      kinds[one].some(name => searchKey(name) === text),
    )
    if (!known) return err({ type: 'badKind', text: textOf(kind) })
    founded.push({
      code: codeOf(code, known),
      fullName: textOf(fullName),
      kind: known,
      parent: textOf(parent) === '' ? null : codeOf(parent, 'district'),
    })
  }
  const moved: JsonValue[] = []
  for (const [from, rows] of Map.groupBy(moves.value, row => codeOf(row.from, 'commune'))) {
    const keepers = new Set(rows.flatMap(row => (textOf(row.keeper) === '' ? [] : codeOf(row.to, 'commune'))))
    if (keepers.size > 1) return err({ type: 'twoKeepers', code: from })
    const [keeper] = keepers
    const to = rows.map(row => codeOf(row.to, 'commune')).filter(code => code !== '')
    moved.push({ from, to, ...(keeper !== undefined && { keeper }) })
  }
  const endsDistricts = /^(?:yes|x|có|true|1)$/iu.test(ends)
  const change = readUnitsChange({ on, endsDistricts, units: founded, moves: moved })
  return change ? ok(change) : err({ type: 'badTable' })
}

const codeOf = (cell: Cell | undefined, kind: keyof typeof digitsOf): string =>
  typeof cell === 'number' ? String(cell).padStart(digitsOf[kind], '0') : textOf(cell)

type Column = keyof typeof headings

function readTable(
  sheet: Sheet | undefined,
  needed: readonly Column[],
  optional: readonly Column[],
): Result<readonly Readonly<Partial<Record<Column, Cell>>>[], UnitsWorkbookProblem> {
  const [head = [], ...rows] = sheet?.rows ?? []
  const columns = new Map<Column, number>()
  for (const name of [...needed, ...optional]) {
    const keys = headings[name].map(heading => searchKey(heading))
    const at = head.findIndex(cell => keys.includes(searchKey(textOf(cell))))
    if (at >= 0) columns.set(name, at)
    else if (needed.includes(name))
      return err({ type: 'missingColumn', sheet: sheet?.name ?? '', column: headings[name][0] })
  }
  return ok(
    rows
      .filter(row => row.some(cell => textOf(cell) !== ''))
      .map(row => Object.fromEntries([...columns].map(([name, at]) => [name, row[at] ?? null]))),
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
