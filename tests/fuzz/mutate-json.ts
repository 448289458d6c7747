import type { JsonValue } from '../../src/lib/json-value.ts'
import type { SeededRandom } from '../support/seeded-random.ts'
import { oddTexts, oddValue } from './odd-values.ts'

type Path = readonly (string | number)[]

/** The same JSON with one thing wrong in a place that chance picks. */
export function mutateJson(value: JsonValue, random: SeededRandom): JsonValue {
  const path = pickPath(value, random)
  return changeAt(value, path, target => {
    if (random.isHit(0.5) || typeof target !== 'object' || target === null) return near(target, random)
    if (Array.isArray(target)) return changeList(target as readonly JsonValue[], random)
    return changeObject(target as Readonly<Record<string, JsonValue>>, random)
  })
}

/** Of the same kind sometimes, so that it gets past the first look. */
function near(target: JsonValue, random: SeededRandom): JsonValue {
  if (typeof target === 'string' && random.isHit(0.6))
    return random.pick([
      target.slice(0, -1),
      `${target}x`,
      target.toUpperCase(),
      target.repeat(3),
      random.pick(oddTexts),
    ])
  if (typeof target === 'number' && random.isHit(0.6))
    return random.pick([target + 1, -target, target + 0.5, target * 1e6, 0])
  return oddValue(random)
}

function changeList(list: readonly JsonValue[], random: SeededRandom): JsonValue {
  const at = random.below(list.length + 1)
  switch (random.below(4)) {
    case 0:
      return list.toSpliced(at, 1)
    case 1:
      return [...list, ...list]
    case 2:
      return list.toReversed()
    default:
      return list.toSpliced(at, 0, oddValue(random))
  }
}

function changeObject(fields: Readonly<Record<string, JsonValue>>, random: SeededRandom): JsonValue {
  const names = Object.keys(fields)
  const entries = Object.entries(fields)
  if (names.length === 0 || random.isHit(0.3))
    return Object.fromEntries([...entries, [random.pick(oddTexts), oddValue(random)]])
  const one = random.pick(names)
  if (random.isHit(0.5)) return Object.fromEntries(entries.filter(([name]) => name !== one))
  const other = fields[random.pick(names)] ?? null
  return { ...fields, [one]: other }
}

function pickPath(value: JsonValue, random: SeededRandom): Path {
  const path: (string | number)[] = []
  let at: JsonValue | undefined = value
  while (typeof at === 'object' && at !== null && random.isHit(0.85)) {
    const keys: readonly string[] = Object.keys(at)
    if (keys.length === 0) break
    const key: string = random.pick(keys)
    path.push(key)
    at = (at as Readonly<Record<string, JsonValue>>)[key]
  }
  return path
}

function changeAt(value: JsonValue, path: Path, change: (target: JsonValue) => JsonValue): JsonValue {
  const [key, ...rest] = path
  if (key === undefined) return change(value)
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).map((item, at) =>
      String(at) === key ? changeAt(item, rest, change) : item,
    )
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, JsonValue>>).map(([name, field]) => [
      name,
      name === key ? changeAt(field, rest, change) : field,
    ]),
  )
}
