import { useMemo } from 'react'
import { isValidOn } from '../../../domain/people/unit.ts'
import type { BoardRow } from '../../../domain/reports/board/board-row.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'

export interface Officers {
  /** Everybody who answers for one of these communes, by name. */
  readonly list: readonly { readonly id: string; readonly name: string }[]
  readonly answersFor: (person: string, row: BoardRow) => boolean
}

/** Who answers for a commune: officers of its district, and whoever owns one of its steps that is not done. */
export function useOfficers(rows: readonly BoardRow[]): Officers {
  const app = useApp()
  const directory = useDirectory()
  const today = app.today()
  return useMemo(() => {
    const byDistrict = new Map<string, Set<string>>()
    for (const id of directory?.people.keys() ?? [])
      for (const held of directory?.assignmentsOf(id) ?? []) {
        if (held.role !== 'districtOfficer' || !isValidOn(held, today)) continue
        const own = byDistrict.get(held.unit)
        if (own) own.add(id)
        else byDistrict.set(held.unit, new Set([id]))
      }
    const answersFor = (person: string, { unit, district, standing }: BoardRow): boolean =>
      [unit, district].some(one => one && byDistrict.get(one.id)?.has(person)) ||
      standing?.steps.some(({ owner, state }) => owner === person && state !== 'done' && state !== 'said') ===
        true
    const ids = new Set(
      rows.flatMap(({ unit, district, standing }) => [
        ...[unit, district].flatMap(one => [...((one && byDistrict.get(one.id)) ?? [])]),
        ...(standing?.steps ?? []).flatMap(({ owner }) => (owner === null ? [] : [owner])),
      ]),
    )
    const list = [...ids]
      .flatMap(id => {
        const name = directory?.people.get(id)?.name
        return name === undefined ? [] : [{ id, name }]
      })
      .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    return { list, answersFor }
  }, [rows, directory, today])
}
