import { expect, test } from 'vitest'
import { planFrom } from '../../../../src/domain/qms/plan-from.ts'
import { readProgramme } from '../../../../src/domain/qms/programme.ts'
import { isPlanInOrder, refuseProgrammeChange } from '../../../../src/domain/qms/refuse-programme-change.ts'
import { steps } from '../../../../src/domain/qms/steps.ts'

test('a programme of earlier builds has no days of its own, and is of 2008', () => {
  const programme = readProgramme('p', [{ field: 'communes/u', value: true }])
  expect(programme).toMatchObject({ standard: '2008', plan: new Map(), communes: new Set(['u']) })
})

test('days that cannot be read are as if they were not there', () => {
  const planOf = (value: never) => [...readProgramme('p', [{ field: 'plan', value }]).plan]
  expect(planOf({ s01: '2018-01-02' } as never)).toEqual([['s01', '2018-01-02']])
  expect(planOf({ s01: '2018-02-30' } as never)).toEqual([])
  expect(planOf({ s99: '2018-01-02' } as never)).toEqual([])
  expect(planOf('soon' as never)).toEqual([])
})

test('each step takes as long as it usually does, one after the other', () => {
  const plan = planFrom('2018-01-01')
  expect(plan.size).toBe(steps.length)
  expect(plan.get('s01')).toBe('2018-01-08')
  expect(isPlanInOrder(plan)).toBe(true)
  expect(refuseProgrammeChange('plan', Object.fromEntries(plan))).toBeUndefined()
})

test.each([
  ['name', { vi: 'Kế hoạch 174', en: '' }, undefined],
  ['name', { vi: '  ', en: 'Plan' }, 'badValue'],
  ['name', { vi: 'x'.repeat(201) }, 'badValue'],
  ['name', 'Kế hoạch', 'badValue'],
  ['surveyDueOn', '2018-01-31', undefined],
  ['surveyDueOn', null, undefined],
  ['surveyDueOn', '31/01/2018', 'badValue'],
  ['standard', '2015', undefined],
  ['standard', '2000', 'badValue'],
  ['plan', { s02: '2018-01-02', s01: '2018-01-03' }, 'badValue'],
  ['plan', { s02: '2018-01-02', s01: '2018-01-02' }, undefined],
  ['plan', null, undefined],
  ['plan', ['2018-01-02'], 'badValue'],
  ['communes/06010@2017-10-15', true, undefined],
  ['communes/06010@2017-10-15', null, undefined],
  ['communes/06010@2017-10-15', 'yes', 'badValue'],
  ['communes/', true, 'unknownField'],
  ['surveyForm', { id: 'x', version: '1' }, 'unknownField'],
] as const)('%s = %j is answered with %s', (field, value, refusal) => {
  expect(refuseProgrammeChange(field, value as never)).toBe(refusal)
})
