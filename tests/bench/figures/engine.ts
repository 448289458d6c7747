import { compileForm } from '../../../src/domain/forms/compile-form.ts'
import { createFormSession, type FormSession } from '../../../src/domain/forms/form-session.ts'
import type { FormItem, FormVersion, Question } from '../../../src/domain/forms/form-version.ts'
import { firstRows } from '../../../src/domain/forms/initial-answers.ts'
import { formToXform } from '../../support/odk/form-to-xform.ts'
import { loadOdkEngine } from '../../support/odk/load-odk-engine.ts'
import { openOdkForm } from '../../support/odk/odk-form.ts'
import { figure, type Measure } from '../support/figure.ts'
import { percentile } from '../support/percentile.ts'

const label = { vi: 'Câu hỏi', en: 'Question' }
const rows = 30
const answers = 1_000

/** So many questions, one in six with a condition, one in ten computed; and 30 rows of 12 questions. */
export function longForm(questions: number): FormVersion {
  const flat = Array.from({ length: questions }, (_, at): Question => {
    const id = `q${at}`
    const common = { id, label, required: at % 4 === 0 }
    const before = `\${q${Math.floor(at / 10) * 10}}`
    if (at % 10 === 9)
      return { ...common, required: false, type: 'calculate', calculation: `coalesce(${before}, 0) + ${at}` }
    const relevance = at % 6 === 5 ? { relevance: `${before} > 3 or ${before} = ''` } : {}
    const constraint = at % 3 === 0 ? { constraint: { expr: '. < 1000', message: label } } : {}
    return { ...common, ...relevance, ...constraint, type: 'integer' }
  })
  const inRow = Array.from({ length: 12 }, (_, at): Question => {
    const common = { id: `r${at}`, label, required: false }
    if (at === 11) return { ...common, type: 'calculate', calculation: 'coalesce(${r0}, 0) + position(..)' }
    return { ...common, ...(at % 4 === 3 ? { relevance: '${r0} > 2' } : {}), type: 'integer' }
  })
  const repeat: FormItem = { type: 'repeat', id: 'r', label, count: String(rows), items: inRow }
  const sum: Question = {
    id: 'all',
    label,
    required: false,
    type: 'calculate',
    calculation: 'count-non-empty(${r1})',
  }
  return {
    schema: 'form/1',
    id: 'long',
    version: '1',
    kind: 'survey',
    title: label,
    sections: [
      { id: 's', title: label, isLoose: true, items: flat },
      { id: 't', title: label, isLoose: true, items: [repeat, sum] },
    ],
  }
}

interface Tap {
  readonly key: string
  readonly path: string
  readonly value: number
}

/** Every seventh question, then one in a row, round and round. */
function listTaps(questions: number): readonly Tap[] {
  return Array.from({ length: answers }, (_, at): Tap => {
    const value = at % 9
    const row = 1 + (at % rows)
    if (at % 3 === 2) return { key: `r${at % 11}@r.${row}`, path: `/data/r[${row}]/r${at % 11}`, value }
    const id = `q${((at * 7) % questions) - (((at * 7) % questions) % 10 === 9 ? 1 : 0)}`
    return { key: id, path: `/data/${id}`, value }
  })
}

const round = async <T>(act: () => T | Promise<T>): Promise<{ readonly ms: number; readonly made: T }> => {
  const start = performance.now()
  const made = await act()
  return { ms: performance.now() - start, made }
}

function openOurs(form: FormVersion): FormSession {
  const compiled = compileForm(form)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
  const start = { answers: {}, files: {}, confirmed: {}, rows: firstRows(compiled.value), isNew: true }
  return createFormSession(compiled.value, start, { today: () => '2017-10-16' })
}

/** Our engine and ODK's on one form in one process, from the form as it is stored until the last of the answers. */
export const measureEngine: Measure = async () => {
  await loadOdkEngine()
  const form = longForm(600)
  const taps = listTaps(600)
  const xform = formToXform(form)
  const ours = { open: [] as number[], answer: [] as number[] }
  const theirs = { open: [] as number[], answer: [] as number[] }
  for (let times = 0; times < 4; times++) {
    const mine = await round(() => openOurs(form))
    const mineTapped = await round(() => {
      for (const { key, value } of taps) mine.made.setAnswer(key, value)
    })
    const other = await round(() => openOdkForm(xform))
    const find = other.made.finder()
    const otherTapped = await round(() => {
      for (const { path, value } of taps) find(path, value)
    })
    // The first time warms both up.
    if (times === 0) continue
    ours.open.push(mine.ms)
    ours.answer.push(mineTapped.ms)
    theirs.open.push(other.ms)
    theirs.answer.push(otherTapped.ms)
  }
  const long = openOurs(longForm(2_000))
  const each: number[] = []
  for (const { key, value } of listTaps(2_000)) {
    const { ms } = await round(() => {
      long.setAnswer(key, value)
      long.progress()
      long.missing()
      long.score()
    })
    each.push(ms)
  }
  const middle = (times: readonly number[]): number => percentile(times, 0.5)
  return [
    figure('engine: 600 questions opened', middle(ours.open), 'ms'),
    figure("engine: 600 questions opened, ODK's", middle(theirs.open), 'ms'),
    figure("engine: opening, of ODK's", middle(ours.open) / middle(theirs.open), '×', 1),
    figure('engine: 1,000 answers', middle(ours.answer), 'ms'),
    figure("engine: 1,000 answers, ODK's", middle(theirs.answer), 'ms'),
    figure("engine: answers, of ODK's", middle(ours.answer) / middle(theirs.answer), '×', 1),
    figure('engine: tap and summary of 2,000 questions, p95', percentile(each, 0.95), 'ms', 2),
  ]
}
