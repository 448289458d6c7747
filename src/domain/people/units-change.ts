import { isRecord, type JsonValue } from '../../lib/json-value.ts'

/** A unit as a reform founds it. */
export interface FoundedUnit {
  readonly code: string
  readonly kind: 'commune' | 'district'
  /** Without its type: "Hồng Phong". */
  readonly name: string
  /** With its type: "Xã Hồng Phong". */
  readonly fullName: string
  /** Code of the unit above; null: the province. */
  readonly parent: string | null
}

/** A commune that ends, and where its territory goes. */
export interface UnitMove {
  readonly from: string
  /** Several when it is split, none when nobody knows. */
  readonly to: readonly string[]
  /** Which one keeps its records; needed unless there is exactly one. */
  readonly keeper?: string
}

/** A reform of units by codes, as a file or the built-in list tells it: merged, split and founded from one day on. */
export interface UnitsChange {
  /** First day of what is founded; what ends has its last day the day before. */
  readonly on: string
  /** The district tier ends on that day: its officers review sets of communes from then on. */
  readonly endsDistricts: boolean
  readonly units: readonly FoundedUnit[]
  readonly moves: readonly UnitMove[]
}

const mostRows = 5_000

/** Reads a change from JSON; undefined when that has another shape. Whether it can be is for `planUnitsChange`. */
export function readUnitsChange(json: JsonValue | undefined): UnitsChange | undefined {
  if (!isRecord(json)) return undefined
  const { on, endsDistricts = false, units = [], moves } = json
  if (typeof on !== 'string' || typeof endsDistricts !== 'boolean') return undefined
  const founded = readAll(units, readFounded)
  const moved = readAll(moves, readMove)
  return founded && moved && { on, endsDistricts, units: founded, moves: moved }
}

function readAll<T>(
  list: JsonValue | undefined,
  read: (one: JsonValue) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(list) || list.length > mostRows) return undefined
  const all = list.flatMap((one: JsonValue) => read(one) ?? [])
  return all.length === list.length ? all : undefined
}

function readFounded(json: JsonValue): FoundedUnit | undefined {
  if (!isRecord(json)) return undefined
  const { code, fullName, kind = 'commune', parent = null } = json
  if (typeof code !== 'string' || typeof fullName !== 'string') return undefined
  if ((kind !== 'commune' && kind !== 'district') || (parent !== null && typeof parent !== 'string'))
    return undefined
  const name = typeof json['name'] === 'string' ? json['name'] : withoutType(fullName)
  return { code, kind, name, fullName, parent }
}

function readMove(json: JsonValue): UnitMove | undefined {
  if (!isRecord(json)) return undefined
  const { from, to, keeper } = json
  if (typeof from !== 'string' || !Array.isArray(to)) return undefined
  const codes = to.filter((code: JsonValue) => typeof code === 'string')
  if (codes.length !== to.length || (keeper !== undefined && typeof keeper !== 'string')) return undefined
  return { from, to: [...new Set(codes)], ...(keeper !== undefined && { keeper }) }
}

/** "Thị trấn Cao Lộc" → "Cao Lộc". */
export const withoutType = (fullName: string): string =>
  fullName.replace(/^(?:Xã|Phường|Thị trấn|Thị xã|Thành phố|Huyện|Đặc khu)\s+/iu, '')
