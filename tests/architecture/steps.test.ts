import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../support/children.ts'
import { begin, chooseSteps } from '../support/steps/run-steps.ts'
import { onePassed, type Step } from '../support/steps/step.ts'
import { countReport, joinRuns, type VitestReport } from '../support/steps/vitest-step.ts'

type Test = VitestReport['testResults'][number]['assertionResults'][number]

const tests = (...statuses: string[]): Test[] =>
  statuses.map((status, i) => ({ status, fullName: `test ${i}` }))
const file = (kind: string, status: string, assertionResults: Test[]) => ({
  name: `/somewhere/tests/${kind}/a.test.ts`,
  status,
  assertionResults,
})
const count = (files: VitestReport['testResults'], projects = ['unit'], exitCode = 0) =>
  countReport({ report: { testResults: files }, exitCode }, projects)

describe('the count of npm test', () => {
  test('passed and failed tests are added over all files', () => {
    const files = [
      file('unit', 'passed', tests('passed', 'passed')),
      file('unit', 'failed', tests('passed', 'failed')),
    ]
    expect(count(files, ['unit'], 1)).toEqual({ passed: 3, failed: 1 })
  })

  test.each(['skipped', 'pending', 'todo', 'disabled'])('a test that is %s counts as failed', status => {
    expect(count([file('unit', 'passed', tests('passed', status))])).toEqual({ passed: 1, failed: 1 })
  })

  test('a file that could not be loaded counts as one failure', () => {
    const files = [file('unit', 'passed', tests('passed')), file('unit', 'failed', [])]
    expect(count(files, ['unit'], 1)).toEqual({ passed: 1, failed: 1 })
  })

  test('a file whose end broke counts as one failure though its tests passed', () => {
    expect(count([file('unit', 'failed', tests('passed'))], ['unit'], 1)).toEqual({ passed: 1, failed: 1 })
  })

  test('a kind of test of which none ran counts as one failure', () => {
    expect(count([file('unit', 'passed', tests('passed'))], ['unit', 'e2e'])).toEqual({
      passed: 1,
      failed: 1,
    })
  })

  test('an error outside every test counts as one failure', () => {
    expect(count([file('unit', 'passed', tests('passed'))], ['unit'], 1)).toEqual({ passed: 1, failed: 1 })
  })
})

describe('a second run of the files that failed', () => {
  const named = (name: string, ...statuses: string[]) => ({
    name: join(projectRoot, 'tests/e2e', name),
    status: statuses.every(status => status === 'passed') ? 'passed' : 'failed',
    assertionResults: tests(...statuses),
  })
  const ran = (...testResults: VitestReport['testResults'][number][]) => ({
    report: { testResults },
    exitCode: testResults.every(({ status }) => status === 'passed') ? 0 : 1,
  })
  const first = ran(named('a.ts', 'passed', 'passed'), named('b.ts', 'passed', 'failed'))

  test('takes their place, and those that pass now are named as unsteady', () => {
    expect(joinRuns(first, ran(named('b.ts', 'passed', 'passed')), ['e2e'])).toEqual({
      passed: 4,
      failed: 0,
      unsteady: [join('tests', 'e2e', 'b.ts')],
    })
  })

  test('that fail again have failed', () => {
    expect(joinRuns(first, ran(named('b.ts', 'failed', 'passed')), ['e2e'])).toEqual({
      passed: 3,
      failed: 1,
      unsteady: [],
    })
  })

  test('that did not run again have failed', () => {
    expect(joinRuns(first, { report: { testResults: [] }, exitCode: 0 }, ['e2e']).failed).toBe(1)
  })
})

describe('the choice of steps', () => {
  const step = (name: string, more: Partial<Step> = {}): Step => ({
    name,
    run: async () => onePassed,
    ...more,
  })
  const steps = [step('types', { group: 'check' }), step('build'), step('e2e', { needs: ['build'] })]
  const chosen = (...asked: string[]) => chooseSteps(steps, asked).map(one => one.name)

  test('nothing asked for means everything', () => {
    expect(chosen()).toEqual(['types', 'build', 'e2e'])
  })

  test('a step brings what it needs, a group its steps', () => {
    expect(chosen('e2e')).toEqual(['build', 'e2e'])
    expect(chosen('check')).toEqual(['types'])
  })

  test('an unknown name is an error, not an empty run', () => {
    expect(() => chosen('unti')).toThrow('unti')
  })
})

describe('quiet steps', () => {
  test('run at once with those that follow, and no other step does', async () => {
    const events: string[] = []
    const step = (name: string, isQuiet: boolean): Step => ({
      name,
      isQuiet,
      run: async () => {
        events.push(`${name} starts`)
        await sleep(name === 'types' ? 20 : 1)
        events.push(`${name} ends`)
        return { ...onePassed, words: name }
      },
    })
    const steps = [step('types', true), step('lint', true), step('build', false), step('format', true)]
    const words: unknown[] = []
    for (const { outcome } of begin(steps)) words.push((await outcome()).words)
    expect(words).toEqual(['types', 'lint', 'build', 'format'])
    expect(events).toEqual(
      ['types starts', 'lint starts', 'lint ends', 'types ends'].concat([
        'build starts',
        'build ends',
        'format starts',
        'format ends',
      ]),
    )
  })

  test('that break count as one failure', async () => {
    const broken: Step = { name: 'lint', isQuiet: true, run: () => Promise.reject(new Error('no such tool')) }
    const [only] = begin([broken])
    expect(await only?.outcome()).toMatchObject({ passed: 0, failed: 1 })
  })
})
