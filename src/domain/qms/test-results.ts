import { searchKey } from '../../lib/search-key.ts'
import type { StoredField } from '../audits/stored-field.ts'
import { parseResponseField } from '../responses/response-fields.ts'
import type { Response } from '../responses/response.ts'
import { parsePersonRun } from './person-run.ts'
import type { QmsFacts } from './qms-facts.ts'
import { staffOn } from './training-coverage.ts'

/** What the server gave a quiz or an interview that was sent. */
export interface TestResult {
  readonly thing: string
  /** `YYYY-MM-DD` */
  readonly on: string
  /** Whom it is about, as the response's id says; undefined when it does not. */
  readonly person: string | undefined
  /** The name written into it; undefined where none is asked for. */
  readonly name: string | undefined
  /** Percent. */
  readonly total: number
}

/** The result of a response's latest sending; undefined before the server has graded it. */
export function readTestResult(
  thing: string,
  fields: readonly StoredField[],
  { answers }: Pick<Response, 'answers'>,
  on: string,
): TestResult | undefined {
  const results = fields.filter(({ field }) => parseResponseField(field)?.kind === 'result')
  const latest = results.toSorted((a, b) => a.order - b.order).at(-1)?.value
  const total =
    typeof latest === 'object' && latest !== null && !Array.isArray(latest)
      ? (latest as Readonly<Record<string, unknown>>)['total']
      : undefined
  if (typeof total !== 'number') return undefined
  const name = answers['aw_name']
  return {
    thing,
    on,
    person: parsePersonRun(thing)?.person,
    name: typeof name === 'string' && name.trim() !== '' ? name : undefined,
    total,
  }
}

/** The latest result of each person, by their key; what names nobody is known by its name, or stays out. */
export function latestResults(
  results: readonly TestResult[],
  { staff }: Pick<QmsFacts['road'], 'staff'>,
): ReadonlyMap<string, TestResult> {
  const byName = new Map([...staff].map(([id, { name }]) => [searchKey(name), id] as const))
  const latest = new Map<string, TestResult>()
  for (const result of results.toSorted(byDayAndThing)) {
    const person =
      result.person ?? (result.name === undefined ? undefined : byName.get(searchKey(result.name)))
    if (person !== undefined) latest.set(person, result)
  }
  return latest
}

/**
 * The quizzes that count for the average: the latest of everybody in scope, so that who takes it again counts once, and
 * each of those that do not say whose they are.
 */
export function countedQuizzes(
  { road, quizzes }: Pick<QmsFacts, 'road' | 'quizzes'>,
  today: string,
): readonly TestResult[] {
  const latest = latestResults(quizzes, road)
  const ofStaff = staffOn(road, today).flatMap(([id]) => latest.get(id) ?? [])
  return [...ofStaff, ...quizzes.filter(({ person, name }) => person === undefined && name === undefined)]
}

const byDayAndThing = (a: TestResult, b: TestResult): number =>
  a.on === b.on ? attemptOf(a) - attemptOf(b) : a.on < b.on ? -1 : 1

const attemptOf = ({ thing }: TestResult): number => parsePersonRun(thing)?.attempt ?? 0
