import { expect, test } from 'vitest'
import { writeProblem } from '../../../../src/server/app/form/write-problem.ts'

test('a problem of a form says where it is, what is wrong and why', () => {
  const problem = {
    code: 'badExpression',
    sheet: 'survey',
    row: 7,
    column: 'F',
    expression: 'foo(1)',
    error: { type: 'unknownFunction', at: 0, name: 'foo' },
  } as const
  expect(writeProblem(problem)).toEqual({
    ...problem,
    message: 'survey, cell F7: The expression “foo(1)” is not understood: there is no function foo().',
  })
})

test('a cycle is spelled out', () => {
  const { message } = writeProblem({
    code: 'cycle',
    sheet: 'survey',
    row: 2,
    column: 'D',
    cycle: ['a', 'b', 'a'],
  })
  expect(message).toContain('a → b → a')
})
