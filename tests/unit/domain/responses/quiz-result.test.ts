import { expect, test } from 'vitest'
import { gradeQuiz } from '../../../../src/domain/responses/grade-quiz.ts'
import { readQuizResult } from '../../../../src/domain/responses/quiz-result.ts'
import { anotherRun, responseId } from '../../../../src/domain/responses/response-fields.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'

const row = (field: string, value: JsonValue, seq: number) => ({ field, value, seq, author: 'p', at: 0 })
const key = {
  form: 'q',
  version: '1.0.0',
  passMark: 50,
  answers: { a: ['x'], b: ['y'] },
  explanations: { a: { vi: 'Vì', en: 'Because' } },
}
const graded = (answers: Record<string, string>) => ({ ...gradeQuiz(key, answers) }) as unknown as JsonValue

test('the result of a quiz is that of its latest sending, once the server has graded it', () => {
  const first = [row('moves/m1', { to: 'sent' }, 1)]
  expect(readQuizResult(first)).toBeUndefined()
  const known = [...first, row('results/m1', graded({ a: 'x' }), 2)]
  expect(readQuizResult(known)).toMatchObject({
    total: 50,
    isPassed: true,
    questions: { b: { right: ['y'] } },
  })
  const again = [...known, row('moves/m2', { to: 'returned' }, 3), row('moves/m3', { to: 'sent' }, 4)]
  expect(readQuizResult(again)).toBeUndefined()
  expect(readQuizResult([row('results/m3', graded({}), 5), ...again])).toMatchObject({ isPassed: false })
})

test('the score of a form without a key is no result of a quiz', () => {
  const score = { total: 80, sections: {}, band: null }
  expect(readQuizResult([row('moves/m', { to: 'sent' }, 1), row('results/m', score, 2)])).toBeUndefined()
  expect(readQuizResult([row('moves/m', { to: 'sent' }, 1), row('results/m', 'x', 2)])).toBeUndefined()
})

test('the next response to a repeatable form has another run and nothing else', () => {
  const id = responseId('plan174', 'citizen_satisfaction', '06010@2017-10-15', 'first')
  expect(anotherRun(id, 'next')).toBe('plan174.citizen_satisfaction~next.06010@2017-10-15')
  expect(anotherRun(responseId('plan174', 'survey', '06010@2017-10-15'), 'next')).toBeUndefined()
})
