import { isDay } from '../../lib/calendar-day.ts'
import { searchKey } from '../../lib/search-key.ts'
import type { Assignment } from './assignment.ts'
import { judgeAssignment, type AssignmentFault } from './judge-assignment.ts'
import { findRole, findUnits } from './name-lookup.ts'
import type { NewAssignment, NewPerson } from './new-person.ts'
import { isValidOn } from './unit.ts'
import type { UnitTree } from './unit-tree.ts'
import { isUsername, readPersonName, usernameKey } from './username.ts'

/** A row of a file of people, cells as text; `line` is where it stands in the file. */
export interface PeopleRow {
  readonly line: number
  readonly username: string
  readonly name: string
  readonly role: string
  readonly unit: string
  readonly from: string
  readonly to: string
}

/** What is wrong with a row. */
export type PeopleFault =
  | AssignmentFault
  | { readonly type: 'badUsername' | 'usernameTaken' | 'badName' | 'unknownRole' | 'notText' }
  | { readonly type: 'twice' | 'otherName'; readonly line: number }
  | { readonly type: 'ambiguousUnit'; readonly units: readonly string[] }

export interface JudgedRow {
  readonly row: PeopleRow
  readonly faults: readonly PeopleFault[]
}

export interface JudgedPeople {
  readonly rows: readonly JudgedRow[]
  /** Whom the file adds; what rows with faults say is left out. */
  readonly people: readonly NewPerson[]
}

interface Given {
  readonly tree: UnitTree
  /** Usernames that somebody has, as `usernameKey` gives them. */
  readonly taken: ReadonlySet<string>
  readonly today: string
}

/**
 * Judges a file of people row by row. Who has several roles has several rows with the same username and name; two rows
 * that say the same, or overlap, are faults, and so is a username that somebody has.
 */
export function judgePeopleFile(rows: readonly PeopleRow[], { tree, taken, today }: Given): JudgedPeople {
  const first = new Map<string, { readonly row: PeopleRow; readonly held: Assignment[] }>()
  const judged = rows.map((row): JudgedRow => {
    const faults: PeopleFault[] = []
    const cells = [row.username, row.name, row.role, row.unit, row.from, row.to]
    // What stands for a byte that is no text in the file's encoding.
    if (cells.some(cell => cell.includes('\ufffd'))) return { row, faults: [{ type: 'notText' }] }
    const key = usernameKey(row.username)
    const name = readPersonName(row.name)
    if (!isUsername(row.username.trim())) faults.push({ type: 'badUsername' })
    else if (taken.has(key)) faults.push({ type: 'usernameTaken' })
    if (name === undefined) faults.push({ type: 'badName' })

    const known = first.get(key)
    const mine = known ?? { row, held: [] }
    if (!known) first.set(key, mine)
    else if (readPersonName(known.row.name) !== name) faults.push({ type: 'otherName', line: known.row.line })

    const assignment = readAssignment(row, tree, today)
    if ('type' in assignment) return { row, faults: [...faults, assignment] }
    const wanted = { ...assignment, person: key, id: String(row.line) }
    const fault = judgeAssignment(wanted, { tree, held: mine.held })
    const twin = fault?.type === 'overlaps' ? mine.held.find(held => isSame(held, wanted)) : undefined
    if (twin) faults.push({ type: 'twice', line: Number(twin.id) })
    else if (fault) faults.push(fault)
    if (faults.length === 0) mine.held.push(wanted)
    return { row, faults }
  })
  const people = [...first.values()].flatMap(({ row, held }): readonly NewPerson[] =>
    held.length === 0
      ? []
      : [
          {
            username: row.username.trim().normalize('NFC'),
            name: readPersonName(row.name) ?? '',
            assignments: held.map(({ role, unit, from, to }) => ({ role, unit, from, to })),
          },
        ],
  )
  return { rows: judged, people }
}

const isSame = (a: Assignment, b: Assignment): boolean => a.from === b.from && a.to === b.to

function readAssignment(row: PeopleRow, tree: UnitTree, today: string): NewAssignment | PeopleFault {
  const role = findRole(row.role)
  if (!role) return { type: 'unknownRole' }
  const from = row.from.trim() === '' ? today : readDay(row.from)
  const to = row.to.trim() === '' ? null : readDay(row.to)
  if (from === undefined || to === undefined) return { type: 'badDay' }
  const units = findUnits(tree, row.unit).filter(unit => isValidOn(unit, from > today ? from : today))
  const [only] = units
  if (!only) return { type: 'unknownUnit' }
  if (units.length > 1) return { type: 'ambiguousUnit', units: units.slice(0, 5).map(({ id }) => id) }
  return { role, unit: only.id, from, to }
}

/** A day as `YYYY-MM-DD`, with a time behind it or not, or as it is written in Vietnam, `DD/MM/YYYY`. */
function readDay(text: string): string | undefined {
  const trimmed = text.trim()
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(trimmed) ?? []
  const iso =
    year === ''
      ? trimmed.replace(/[T ]00:00(:00)?$/u, '')
      : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : undefined
}

/** Column of a file by its header, in either language, however it is spelled. */
export function findColumn(header: string): keyof Omit<PeopleRow, 'line'> | undefined {
  const key = searchKey(header).replaceAll(/[^\p{L}\p{N}]/gu, '')
  return columns.find(([, names]) => names.includes(key))?.[0]
}

const columns: readonly (readonly [keyof Omit<PeopleRow, 'line'>, readonly string[]])[] = [
  ['username', ['username', 'tendangnhap', 'taikhoan', 'user']],
  ['name', ['name', 'fullname', 'hoten', 'hovaten', 'ten']],
  ['role', ['role', 'vaitro', 'chucvu']],
  ['unit', ['unit', 'donvi', 'madonvi', 'xa', 'commune', 'unitcode']],
  ['from', ['from', 'tungay', 'ngaybatdau', 'firstday']],
  ['to', ['to', 'denngay', 'ngayketthuc', 'lastday']],
]
