import { describe, expect, test } from 'vitest'
import { explainError } from '../../../../src/server/app/explain-error.ts'

const refused = Object.assign(new Error(''), { code: 'ECONNREFUSED' })

describe('an error, for the operator', () => {
  test.each([
    ['its words', new Error('no such table'), 'no such table'],
    ['what caused it', new Error('migration failed', { cause: new Error('disk') }), 'migration failed: disk'],
    ['a code where there are no words', refused, 'ECONNREFUSED'],
    [
      'of several tries, as a name with two addresses makes them, the first',
      new Error('cannot connect', { cause: new AggregateError([refused]) }),
      'cannot connect: AggregateError: ECONNREFUSED',
    ],
    ['the same words once', new Error('x', { cause: new Error('x') }), 'x'],
    ['what is no error', 'text', 'text'],
  ])('is %s', (_, error, words) => {
    expect(explainError(error)).toBe(words)
  })
})
