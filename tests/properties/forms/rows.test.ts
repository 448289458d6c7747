import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileForm, type CompiledForm } from '../../../src/domain/forms/compile-form.ts'
import { createFormSession, type FormSession } from '../../../src/domain/forms/form-session.ts'
import type { AnswerValue } from '../../../src/domain/forms/form-version.ts'
import { firstRows, listOpenRepeats } from '../../../src/domain/forms/initial-answers.ts'
import { keyInRow, splitKey, type RepeatRow } from '../../../src/domain/forms/row.ts'
import { isSameJson } from '../../../src/lib/json-value.ts'
import { anyForm } from '../../support/odk/any-form.ts'
import { describeForm } from '../../support/odk/fill-both.ts'
import { chanceOf, type Chance } from '../../support/odk/chance.ts'

const clock = { today: () => '2017-10-16' }
const changes = 15
const mostRows = 4

/** What a session was told, and what the form itself gave: a new session on it has to stand as the old one does. */
interface Told {
  readonly answers: Map<string, AnswerValue>
  readonly confirmed: Map<string, AnswerValue>
  readonly files: Map<string, readonly string[]>
  readonly rows: Map<string, readonly RepeatRow[]>
}

const open = (compiled: CompiledForm, told: Told, isNew = false): FormSession =>
  createFormSession(
    compiled,
    {
      answers: Object.fromEntries(told.answers),
      confirmed: Object.fromEntries(told.confirmed),
      files: Object.fromEntries(told.files),
      rows: Object.fromEntries(told.rows),
      isNew,
    },
    clock,
  )

const snapshot = (compiled: CompiledForm, session: FormSession) => ({
  keys: session.keys(),
  questions: session.keys().map(session.question),
  options: session.keys().map(key => session.options(key).map(({ value }) => value)),
  sections: compiled.form.sections.map(({ id }) => session.section(id)),
  score: session.score(),
  progress: session.progress(),
  missing: session.missing(),
  answers: session.exportedAnswers(),
  files: session.exportedFiles(),
})

const anyValue = ({ pick, below, once }: Chance): AnswerValue =>
  pick<() => AnswerValue>([
    () => below(20) - 4,
    () => below(20) + 0.5,
    () => pick(['', ' ', 'a', 'b', 'an', 'Bình', '2017-10-16', '2017-02-30', '1e999', 'x'.repeat(3_000)]),
    () => ['a', 'b', 'c', 'z'].filter(() => once(2)),
  ])()

/** Changes something, and says which states it was said to have changed. */
function change(compiled: CompiledForm, session: FormSession, told: Told, chance: Chance, at: number) {
  const { pick, below, once } = chance
  const repeats = listOpenRepeats(compiled)
  if (repeats.length > 0 && once(4)) {
    const { id, repeats: around } = pick(repeats)
    const rows = [...(told.rows.get(id) ?? [])]
    const outer = around.at(-1)
    const parents = outer ? session.keys().map(key => splitKey(key).row) : [null]
    const parent = pick([null, ...parents])
    if (rows.length > 1 && once(4)) rows.reverse()
    else if (rows.length > 0 && (rows.length >= mostRows || once(2))) rows.splice(below(rows.length), 1)
    else rows.splice(below(rows.length + 1), 0, { id: `n${at}`, parent })
    told.rows.set(id, rows)
    return session.setRows(id, rows)
  }
  const keys = [...session.keys(), keyInRow('q1', 'nowhere')]
  const key = pick(keys)
  if (once(8)) {
    const files = pick([[], ['f1'], ['f1', 'f2']])
    told.files.set(key, files)
    return session.setFiles(key, files)
  }
  const value = once(6) ? null : anyValue(chance)
  const kept = once(10) ? told.confirmed : told.answers
  if (value === null) kept.delete(key)
  else kept.set(key, value)
  return kept === told.answers ? session.setAnswer(key, value) : session.confirm(key, value)
}

/** The score by its definition, over what is shown and counts. */
function scoreOf({ questions }: CompiledForm, session: FormSession): number | null {
  let [sum, weights] = [0, 0]
  for (const key of session.keys()) {
    const { relevant, value, verdict } = session.question(key)
    const question = questions.get(splitKey(key).id)?.question
    if (!relevant || verdict === 'invalid' || question?.type !== 'select_one') continue
    const score = question.options.find(option => option.value === value)?.score
    const weight = question.weight ?? 1
    if (score === undefined || weight === 0) continue
    sum += score * weight
    weights += weight
  }
  return weights === 0 ? null : (100 * sum) / weights
}

function check(compiled: CompiledForm, session: FormSession, told: Told): void {
  for (const [key, value] of session.takeGiven())
    if (value === null) told.answers.delete(key)
    else told.answers.set(key, value)
  const now = snapshot(compiled, session)
  const fresh = open(compiled, told)
  const apart = session
    .keys()
    .filter(key => !fresh.has(key) || !isSameJson(session.question(key), fresh.question(key)))
  expect(apart).toEqual([])
  const then = snapshot(compiled, fresh)
  for (const part of Object.keys(now) as (keyof typeof now)[])
    expect([part, now[part]]).toEqual([part, then[part]])
  for (const key of [...Object.keys(now.answers), ...Object.keys(now.files)])
    expect(session.question(key).relevant).toBe(true)
  for (const score of [now.score.total, ...Object.values(now.score.sections)])
    expect(score === null || (score >= 0 && score <= 100)).toBe(true)
  const score = scoreOf(compiled, session)
  expect(now.score.total === null).toBe(score === null)
  expect(now.score.total ?? 0).toBeCloseTo(score ?? 0, 6)
}

/** Fills a form and checks it after every change; returns how many questions were looked at. */
function fill(compiled: CompiledForm, chance: Chance): number {
  const told: Told = {
    answers: new Map(),
    confirmed: new Map(),
    files: new Map(),
    rows: new Map(Object.entries(firstRows(compiled))),
  }
  const session = open(compiled, told, true)
  check(compiled, session, told)
  let questions = 0
  for (let at = 0; at < changes; at++) {
    const before = new Map(session.keys().map(key => [key, session.question(key)]))
    const changed = new Set(change(compiled, session, told, chance, at))
    const untold = session
      .keys()
      .filter(key => before.get(key) !== session.question(key) && !changed.has(key))
    expect(untold).toEqual([])
    check(compiled, session, told)
    questions += session.keys().length
  }
  return questions
}

const number = (max: number) => fc.noBias(fc.nat({ max }))

test('after any changes of answers and rows any form stands as if it had been opened with them', () => {
  let [forms, questions] = [0, 0]
  fc.assert(
    fc.property(fc.gen(), generate => {
      const chance = chanceOf(below => generate(number, below - 1))
      const compiled = compileForm(anyForm(chance, true))
      // A wild form may read itself.
      if (!compiled.ok) return
      forms++
      try {
        questions += fill(compiled.value, chance)
      } catch (error) {
        throw new Error(
          `${String(error)} ${JSON.stringify((error as { actual?: unknown }).actual)}\n${describeForm(compiled.value.form)}`,
          { cause: error },
        )
      }
    }),
    { interruptAfterTimeLimit: 40_000, numRuns: 120 },
  )
  expect(forms).toBeGreaterThan(40)
  expect(questions).toBeGreaterThan(10_000)
})
