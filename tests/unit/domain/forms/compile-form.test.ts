import { expect, test } from 'vitest'
import { compileForm } from '../../../../src/domain/forms/compile-form.ts'
import type { Question } from '../../../../src/domain/forms/form-version.ts'
import { aForm, aQuestion, aSection, label } from './a-form.ts'

const problemsOf = (...questions: readonly Question[]) => {
  const compiled = compileForm(aForm(questions))
  return compiled.ok ? [] : compiled.error
}

test('a cycle is reported with every question on it', () => {
  expect(
    problemsOf(
      aQuestion({ id: 'a', type: 'integer', relevance: '${c} > 0' }),
      aQuestion({ id: 'b', type: 'integer', relevance: '${a} > 0' }),
      aQuestion({ id: 'c', type: 'calculate', calculation: '${b} + ${free}' }),
      aQuestion({ id: 'free', type: 'integer' }),
      aQuestion({ id: 'beside', type: 'integer', relevance: '${a} > 0' }),
    ),
  ).toEqual([{ code: 'cycle', path: ['sections', 0, 'items', 0], cycle: ['a', 'c', 'b', 'a'] }])
})

test('two cycles are both reported', () => {
  const problems = problemsOf(
    aQuestion({ id: 'a', type: 'integer', relevance: '${b} > 0' }),
    aQuestion({ id: 'b', type: 'integer', relevance: '${a} > 0' }),
    aQuestion({ id: 'c', type: 'integer', relevance: '${c} > 0' }),
    aQuestion({ id: 'd', type: 'integer', relevance: '. > 0' }),
  )
  expect(problems.map(problem => problem.code === 'cycle' && problem.cycle)).toEqual([
    ['a', 'b', 'a'],
    ['c', 'c'],
    ['d', 'd'],
  ])
})

test('a section whose relevance reads one of its own questions is a cycle', () => {
  const compiled = compileForm(
    aForm([], { sections: [aSection('s', [aQuestion({ id: 'a', type: 'integer' })], '${a} > 0')] }),
  )
  expect(compiled).toMatchObject({ ok: false, error: [{ code: 'cycle', cycle: ['s', 'a', 's'] }] })
})

test('constraints that look at each other are no cycle', () => {
  expect(
    problemsOf(
      aQuestion({ id: 'a', type: 'integer', constraint: { expr: '. <= ${b}', message: label } }),
      aQuestion({ id: 'b', type: 'integer', constraint: { expr: '. >= ${a}', message: label } }),
    ),
  ).toEqual([])
})

test('a reference to a question that is not there is reported with its place', () => {
  expect(problemsOf(aQuestion({ id: 'a', type: 'integer', relevance: '1 = ${gone}' }))).toEqual([
    {
      code: 'unknownReference',
      path: ['sections', 0, 'items', 0, 'relevance'],
      question: 'a',
      name: 'gone',
      at: 4,
    },
  ])
})

test('every expression that cannot be read is reported, wherever it stands', () => {
  const bad = { expr: '1 +', message: label }
  const problems = problemsOf(
    aQuestion({
      id: 'a',
      type: 'integer',
      relevance: '1 +',
      required: '1 +',
      calculation: '1 +',
      default: '1 +',
      constraint: bad,
      softConstraint: bad,
    }),
  )
  expect(problems.map(problem => problem.path.slice(4).join('.'))).toEqual([
    'relevance',
    'calculation',
    'default',
    'required',
    'constraint.expr',
    'softConstraint.expr',
  ])
  expect(problems[0]).toMatchObject({ code: 'badExpression', error: { type: 'unexpectedEnd', at: 3 } })
})

test('everything is computed after what it reads, whatever the order of the form', () => {
  const compiled = compileForm(
    aForm([
      aQuestion({ id: 'a', type: 'calculate', calculation: '${b} + 1' }),
      aQuestion({ id: 'b', type: 'calculate', calculation: '${c} + 1' }),
      aQuestion({ id: 'c', type: 'integer' }),
    ]),
  )
  expect(compiled.ok && compiled.value.nodes.map(node => node.key)).toEqual(['s', 'c', 'b', 'a'])
})
