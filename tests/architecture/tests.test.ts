import { describe, expect, test } from 'vitest'
import { countTests, judgeTests } from './judge-tests.ts'
import { listFiles } from './list-files.ts'

const judge = (text: string) => judgeTests([{ path: 'tests/unit/a.test.ts', text }])
const files = listFiles('tests', ['ts', 'tsx'])

describe('the tests', () => {
  test('none is focused, skipped, left for later or without an assertion', () => {
    expect(judgeTests(files)).toEqual([])
  })

  test('the check reads the tests', () => {
    expect(countTests(files)).toBeGreaterThan(50)
  })

  test('every test file lies in a folder that npm test runs', () => {
    const places = /^tests\/(?:unit|properties|contracts|integration|architecture|locales|e2e)\//u
    const lost = files
      .map(file => file.path)
      .filter(path => /\.(?:test|spec)\./u.test(path) && !places.test(path))
    expect(lost).toEqual([])
    expect(listFiles('src', ['ts', 'tsx']).filter(file => /\.(?:test|spec)\./u.test(file.path))).toEqual([])
  })
})

describe('the check of the tests catches', () => {
  test.each([
    ['a focused test', `test.only('a', () => { expect(1).toBe(1) })`, '.only'],
    ['a skipped suite', `describe.skip('a', () => {})`, '.skip'],
    ['a test left for later', `it.todo('a')`, '.todo'],
    ['a test that is to fail', `test.fails('a', () => { expect(1).toBe(2) })`, '.fails'],
    ['a test skipped on a condition', `test.skipIf(true)('a', () => { expect(1).toBe(1) })`, '.skipIf'],
    ['a skipped table', `test.skip.each([1])('a', () => { expect(1).toBe(1) })`, '.skip'],
    [
      'a test that skips itself',
      `test('a', context => { context.skip(); expect(1).toBe(1) })`,
      'skips itself',
    ],
    ['an option that skips', `test('a', { skip: true }, () => { expect(1).toBe(1) })`, 'is marked'],
    ['a test that asserts nothing', `test('a', () => { run() })`, 'asserts nothing'],
    ['a table that asserts nothing', `test.each([1])('a', async n => { await run(n) })`, 'asserts nothing'],
    ['a test without a body', `test('a')`, 'asserts nothing'],
    ['a helper that asserts nothing', `const run = () => 1\ntest('a', () => { run() })`, 'asserts nothing'],
  ])('%s', (_, text, complaint) => {
    const faults = judge(text)
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.join('\n')).toContain(complaint)
  })

  test.each([
    ['an assertion', `test('a', () => { expect(1).toBe(1) })`],
    ['a helper that asserts', `function run() { expect(1).toBe(1) }\ntest('a', () => { run() })`],
    ['a helper of a helper', `const a = () => expect(1)\nconst b = () => a()\ntest('a', () => { b() })`],
    ['a helper of another file', `test('a', async () => { await expectAccessible(page) })`],
    ['a property', `test('a', () => { fc.assert(fc.property(fc.nat(), n => n >= 0)) })`],
    ['a function named only', `test('a', () => { expect(list.only).toBe(1) })`],
  ])('nothing in %s', (_, text) => {
    expect(judge(text)).toEqual([])
  })
})
