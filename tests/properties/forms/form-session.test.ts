import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import survey from '../../../src/content/forms/survey-baseline.json' with { type: 'json' }
import { compileForm, type CompiledForm } from '../../../src/domain/forms/compile-form.ts'
import { createFormSession, type FormSession } from '../../../src/domain/forms/form-session.ts'
import type { AnswerValue, FormVersion, Question } from '../../../src/domain/forms/form-version.ts'
import { orderByReads } from '../../../src/domain/forms/order-by-reads.ts'
import { parseFormVersion } from '../../../src/domain/forms/parse-form-version.ts'

const label = { vi: 'Câu hỏi', en: 'Question' }
const clock = { today: () => '2017-10-16' }

type Change =
  | { readonly kind: 'answer' | 'confirm'; readonly id: string; readonly value: AnswerValue | null }
  | { readonly kind: 'files'; readonly id: string; readonly files: readonly string[] }

const numbers = fc.oneof(fc.integer({ min: -1, max: 12 }), fc.constantFrom(25, 26, 40, 41, 300, 1.5))

/** Mostly answers that fit, some that do not. */
function arbitraryChange(compiled: CompiledForm): fc.Arbitrary<Change> {
  const texts = fc.constantFrom('', ' ', 'x', 'other', '2017-10-16', '2017-10-17', '2017-02-30')
  const answerTo = (question: Question): fc.Arbitrary<AnswerValue | null> => {
    const fitting: fc.Arbitrary<AnswerValue> =
      'options' in question
        ? question.type === 'select_multiple'
          ? fc.subarray(question.options.map(option => option.value))
          : fc.constantFrom(...question.options.map(option => option.value))
        : question.type === 'text' || question.type === 'date'
          ? texts
          : numbers
    return fc.oneof(
      { weight: 12, arbitrary: fitting },
      { weight: 1, arbitrary: fc.oneof(texts, numbers, fc.constant(null)) },
    )
  }
  const questions = [...compiled.questions.values()].map(({ question }) => question)
  return fc.constantFrom(...questions).chain(question =>
    fc.oneof(
      {
        weight: 10,
        arbitrary: answerTo(question).map(value => ({ kind: 'answer' as const, id: question.id, value })),
      },
      {
        weight: 1,
        arbitrary: answerTo(question).map(value => ({ kind: 'confirm' as const, id: question.id, value })),
      },
      {
        weight: 1,
        arbitrary: fc
          .subarray(['f1', 'f2'])
          .map(files => ({ kind: 'files' as const, id: question.id, files })),
      },
    ),
  )
}

const snapshot = (compiled: CompiledForm, session: FormSession) => ({
  questions: new Map([...compiled.questions.keys()].map(id => [id, session.question(id)])),
  sections: new Map(compiled.form.sections.map(({ id }) => [id, session.section(id)])),
  score: session.score(),
  progress: session.progress(),
  missing: session.missing(),
  answers: session.exportedAnswers(),
  files: session.exportedFiles(),
})

function checkChanges(compiled: CompiledForm, changes: readonly Change[]): void {
  const start = { answers: {}, files: {}, confirmed: {} }
  const answers: Record<string, AnswerValue> = {}
  const confirmed: Record<string, AnswerValue> = {}
  const files: Record<string, readonly string[]> = {}
  const session = createFormSession(compiled, start, clock)
  for (const change of changes) {
    const before = snapshot(compiled, session)
    let changed: readonly string[]
    if (change.kind === 'files') {
      files[change.id] = change.files
      changed = session.setFiles(change.id, change.files)
    } else {
      const kept = change.kind === 'answer' ? answers : confirmed
      if (change.value === null) delete kept[change.id]
      else kept[change.id] = change.value
      changed =
        change.kind === 'answer'
          ? session.setAnswer(change.id, change.value)
          : session.confirm(change.id, change.value)
    }
    const after = snapshot(compiled, session)
    expect(after).toEqual(
      snapshot(compiled, createFormSession(compiled, { answers, files, confirmed }, clock)),
    )

    const replaced = [...compiled.questions.keys()].filter(
      id => before.questions.get(id) !== after.questions.get(id),
    )
    expect([...changed].sort()).toEqual(replaced.sort())
    for (const id of replaced) expect(after.questions.get(id)).not.toEqual(before.questions.get(id))
    const scores = [after.score.total, ...Object.values(after.score.sections)]
    expect(scores.every(score => score === null || (score >= 0 && score <= 100))).toBe(true)
    expect(after.missing.length).toBe(
      after.progress.missing + after.progress.invalid + after.progress.unconfirmed,
    )
    expect(after.progress.answered).toBeLessThanOrEqual(after.progress.total)
    for (const id of Object.keys(after.answers)) expect(after.questions.get(id)?.relevant).toBe(true)
  }
}

function mustCompile(json: unknown): CompiledForm {
  const parsed = parseFormVersion(json)
  const compiled = parsed.ok ? compileForm(parsed.value) : parsed
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
  return compiled.value
}

test('after any changes the survey stands as if it had been opened with them', () => {
  const compiled = mustCompile(survey)
  // Long chains are few in the survey; half of the changes go to the questions that have them.
  const chained = {
    ...compiled,
    questions: new Map(
      [...compiled.questions].filter(([id]) =>
        /^s3_(recv|done|late|sorry|onestop|area|staff)|^s1_staff/u.test(id),
      ),
    ),
  }
  const change = fc.oneof(arbitraryChange(compiled), arbitraryChange(chained))
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 25 }), changes =>
      checkChanges(compiled, changes),
    ),
    { numRuns: 60 },
  )
})

/** Forms of which every question may read any that is not after it in a shuffled order. */
const anyForm: fc.Arbitrary<FormVersion> = fc
  .record({ size: fc.integer({ min: 2, max: 14 }), seed: fc.infiniteStream(fc.nat(1000)) })
  .chain(({ size, seed }) => {
    const roll = (below: number): number => (seed.next().value as number) % below
    const names = Array.from({ length: size }, (_, at) => `q${at}`)
    const questions = names.map((id, at): Question => {
      const read = (): string => (at === 0 ? '1' : `\${q${roll(at)}}`)
      const any = (): string => `\${q${roll(size)}}`
      const conditions = [
        `${read()} > 3`,
        `${read()} != '' and ${read()} < ${read()}`,
        `not(${read()} = ${read()})`,
      ]
      const relevance = roll(2) === 0 ? { relevance: conditions[roll(3)] ?? '' } : {}
      const constraint =
        roll(2) === 0 ? { constraint: { expr: `. <= ${any()} or ${any()} = ''`, message: label } } : {}
      const soft = roll(3) === 0 ? { softConstraint: { expr: `. < ${any()}`, message: label } } : {}
      const required = roll(3) === 0 ? `${any()} > 5` : roll(2) === 0
      const common = { id, label, required, ...relevance, ...constraint, ...soft }
      if (roll(4) === 0)
        return { ...common, type: 'calculate', calculation: `coalesce(${read()}, 0) + ${read()} * 2` }
      if (roll(4) === 0) {
        const options = [
          { value: '1', label, score: 0.3 },
          { value: '7', label, score: 1 },
          { value: 'na', label },
        ]
        return { ...common, type: 'select_one', weight: roll(4), options }
      }
      return { ...common, type: roll(2) === 0 ? 'integer' : 'decimal' }
    })
    return fc.shuffledSubarray(questions, { minLength: size }).map(shuffled => ({
      schema: 'form/1' as const,
      id: 'any',
      version: '1',
      kind: 'survey',
      title: label,
      scoring: { method: 'weighted_mean' as const, bands: [{ id: 'all', min: 0, max: 100, label }] },
      sections: [
        { id: 's', title: label, items: shuffled.slice(0, size / 2) },
        { id: 't', title: label, items: shuffled.slice(size / 2), relevance: '${q0} != 9' },
      ],
    }))
  })

test('after any changes any form stands as if it had been opened with them', () => {
  let compiledForms = 0
  fc.assert(
    fc.property(
      anyForm.chain(form => {
        const compiled = compileForm(form)
        if (!compiled.ok) return fc.constant(undefined)
        return fc
          .array(arbitraryChange(compiled.value), { minLength: 1, maxLength: 15 })
          .map(changes => ({ compiled: compiled.value, changes }))
      }),
      run => {
        if (!run) return
        compiledForms++
        checkChanges(run.compiled, run.changes)
      },
    ),
    { numRuns: 300 },
  )
  expect(compiledForms).toBeGreaterThan(80)
})

test('what cannot be ordered has a cycle that can be walked, and all else comes after what it reads', () => {
  const graph = fc.array(fc.array(fc.nat(9), { maxLength: 3 }), { minLength: 1, maxLength: 10 })
  fc.assert(
    fc.property(graph, lists => {
      const reads = new Map(lists.map((list, key) => [`${key}`, list.map(String)]))
      const { order, cycles } = orderByReads(reads)
      expect([...order].sort()).toEqual([...reads.keys()].sort())
      for (const cycle of cycles) {
        expect(cycle.at(0)).toBe(cycle.at(-1))
        cycle.slice(1).forEach((name, at) => expect(reads.get(cycle[at] ?? '')).toContain(name))
      }
      if (cycles.length > 0) return
      for (const [key, names] of reads)
        for (const name of names.filter(name => reads.has(name)))
          expect(order.indexOf(name)).toBeLessThan(order.indexOf(key))
    }),
    { numRuns: 500 },
  )
})
