import type { JsonValue } from '../../lib/json-value.ts'
import { readProgramme, type Programme } from './programme.ts'

/**
 * The programmes of a province: those that run first, the one begun last before the others, then those that have ended.
 * A commune is on one road: where several that run name it (two coordinators without a network may), the one begun last
 * has it. One that has ended keeps its communes as its record. So the first that has a commune is the commune's own.
 */
export function readProgrammes(
  fields: Iterable<{ readonly thing: string; readonly field: string; readonly value: JsonValue }>,
): readonly Programme[] {
  const all = [...Map.groupBy(fields, ({ thing }) => thing)].map(([id, own]) => readProgramme(id, own))
  const taken = new Set<string>()
  return all.sort(byNeed).map(programme => {
    if (programme.endedOn !== undefined) return programme
    const communes = new Set([...programme.communes].filter(unit => !taken.has(unit)))
    for (const unit of communes) taken.add(unit)
    return { ...programme, communes }
  })
}

/** The programme whose road a commune is on: one that runs, or else the one that ended last. */
export const ownProgramme = (programmes: readonly Programme[], unit: string): Programme | undefined =>
  programmes.find(({ communes }) => communes.has(unit))

const never = '9999-12-31'

function byNeed(a: Programme, b: Programme): number {
  const [endedA, endedB] = [a.endedOn ?? never, b.endedOn ?? never]
  if (endedA !== endedB) return endedA > endedB ? -1 : 1
  const [begunA, begunB] = [a.begunOn ?? '', b.begunOn ?? '']
  if (begunA !== begunB) return begunA > begunB ? -1 : 1
  return a.id < b.id ? -1 : 1
}
