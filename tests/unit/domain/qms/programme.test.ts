import { expect, test } from 'vitest'
import citizens from '../../../../src/content/forms/citizen-satisfaction.json' with { type: 'json' }
import survey from '../../../../src/content/forms/survey-baseline.json' with { type: 'json' }
import type { FormVersion } from '../../../../src/domain/forms/form-version.ts'
import { hasRoadIn } from '../../../../src/domain/qms/has-road-in.ts'
import { planFrom } from '../../../../src/domain/qms/plan-from.ts'
import { isSurveyForm } from '../../../../src/domain/qms/is-survey-form.ts'
import { readProgramme } from '../../../../src/domain/qms/programme.ts'
import { ownProgramme, readProgrammes } from '../../../../src/domain/qms/read-programmes.ts'
import { isPlanInOrder, refuseProgrammeChange } from '../../../../src/domain/qms/refuse-programme-change.ts'
import { showProgramme } from '../../../../src/domain/qms/show-programme.ts'
import { steps } from '../../../../src/domain/qms/steps.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import { aForm } from '../../../support/a-form.ts'

const forms = [survey, citizens] as unknown as readonly FormVersion[]
const refuse = (field: string, value: JsonValue, endedOn: string | null = null) =>
  refuseProgrammeChange(field, value, {
    programme: endedOn === 'none' ? undefined : { endedOn },
    findForm: ({ id, version }) => {
      const form = forms.find(one => one.id === id && one.version === version)
      return form && { form }
    },
    today: '2026-11-26',
  })

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
  expect(refuse('plan', Object.fromEntries(plan))).toBeUndefined()
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
  ['surveyForm', { id: survey.id, version: survey.version }, undefined],
  ['surveyForm', { id: survey.id, version: '0' }, 'badValue'],
  ['surveyForm', { id: citizens.id, version: citizens.version }, 'badValue'],
  ['surveyForm', null, 'badValue'],
  ['surveys/survey_baseline', true, undefined],
  ['surveys/survey_baseline', null, 'badValue'],
  ['surveys/', true, 'unknownField'],
  ['owners/s01', { roles: ['communeLeader', 'districtOfficer'], office: 'Phòng Nội vụ' }, undefined],
  ['owners/s01', { roles: [], office: 'Phòng Nội vụ' }, undefined],
  ['owners/s01', { roles: ['communeLeader'] }, undefined],
  ['owners/s01', null, undefined],
  ['owners/s01', { roles: [], office: ' ' }, 'badValue'],
  ['owners/s01', { roles: ['king'], office: '' }, 'badValue'],
  ['owners/s01', { roles: 'communeLeader' }, 'badValue'],
  ['owners/s01', { roles: [], office: 'x'.repeat(201) }, 'badValue'],
  ['owners/s99', { roles: ['communeLeader'] }, 'unknownField'],
  ['owners/s01/more', { roles: ['communeLeader'] }, 'unknownField'],
  ['begunOn', '2026-12-01', undefined],
  ['begunOn', null, 'badValue'],
  ['endedOn', '2026-11-26', undefined],
  ['endedOn', '2026-11-27', 'badValue'],
  ['endedOn', 'now', 'badValue'],
] as const)('%s = %j is answered with %s', (field, value, refusal) => {
  expect(refuse(field, value as never)).toBe(refusal)
})

test.each([
  [{}, true],
  [{ filledByRoles: ['communeLeader'] }, true],
  [{ filledByRoles: ['districtOfficer'] }, false],
  [{ kind: 'training' }, false],
  [{ anonymous: true }, false],
  [{ repeatable: true }, false],
] as const)('a form with %j can be the survey: %s', (more, can) => {
  expect(isSurveyForm(aForm(more))).toBe(can)
})

test('a programme begins with its name, and with nothing else', () => {
  expect(refuse('begunOn', '2026-12-01', 'none')).toBe('unknownField')
  expect(refuse('communes/c', true, 'none')).toBe('unknownField')
  expect(refuse('name', { vi: '' }, 'none')).toBe('badValue')
  expect(refuse('name', { vi: 'Kế hoạch 2' }, 'none')).toBeUndefined()
})

test('one that has ended is only gone on with', () => {
  const ended = '2026-11-20'
  expect(refuse('communes/c', true, ended)).toBe('locked')
  expect(refuse('name', { vi: 'Kế hoạch 2' }, ended)).toBe('locked')
  expect(refuse('endedOn', null, ended)).toBeUndefined()
  expect(refuse('endedOn', '2026-11-21', ended)).toBeUndefined()
})

test('who has begun a survey of an earlier form is known by it', () => {
  const { surveys, owners } = readProgramme('p', [
    { field: 'surveyForm', value: { id: 'b', version: '2' } },
    { field: 'surveys/a', value: true },
    { field: 'surveys/b', value: true },
    { field: 'owners/s01', value: { roles: ['king'], office: '' } },
  ])
  expect(surveys).toEqual(['b', 'a'])
  expect(owners.size).toBe(0)
})

function programmesOf(fields: Readonly<Record<string, JsonValue>>) {
  return readProgrammes(
    Object.entries(fields).map(([key, value]) => {
      const [thing = '', field = ''] = key.split(/:(.*)/u)
      return { thing, field, value }
    }),
  )
}

test('a commune is on one road: that of the programme begun last, while it runs', () => {
  const first = {
    'a:communes/u': true,
    'a:communes/v': true,
    'b:begunOn': '2026-11-01',
    'b:communes/u': true,
  }
  const both = programmesOf(first)
  expect(both.map(({ id, communes }) => [id, [...communes]])).toEqual([
    ['b', ['u']],
    ['a', ['v']],
  ])
  const ended = programmesOf({ ...first, 'b:endedOn': '2026-11-20' })
  expect(ended.map(({ id, communes }) => [id, [...communes]])).toEqual([
    ['a', ['u', 'v']],
    ['b', ['u']],
  ])
  expect(ownProgramme(ended, 'u')?.id).toBe('a')
})

test('a commune that is in none that runs is still on the road of the one that ended last', () => {
  const programmes = programmesOf({
    'a:endedOn': '2026-10-01',
    'a:communes/u': true,
    'b:endedOn': '2026-11-01',
    'b:communes/u': true,
    'c:begunOn': '2026-11-01',
    'c:communes/v': true,
  })
  expect(ownProgramme(programmes, 'u')?.id).toBe('b')
  expect(ownProgramme(programmes, 'w')).toBeUndefined()
})

test('of several programmes the one that runs with the most communes is shown, unless another is chosen', () => {
  const programmes = programmesOf({
    'a:communes/u': true,
    'a:communes/v': true,
    'b:begunOn': '2026-11-01',
    'b:communes/w': true,
    'c:endedOn': '2026-11-01',
    'c:communes/u': true,
    'c:communes/v': true,
    'c:communes/w': true,
    'd:begunOn': '2026-11-02',
  })
  const shown = (communes: readonly string[], chosen?: string) => {
    const { programme, programmes: all } = showProgramme(programmes, communes, chosen)
    return [programme?.id, all.map(({ id }) => id)]
  }
  expect(shown(['u', 'v', 'w'])).toEqual(['a', ['b', 'a', 'c']])
  expect(shown(['u', 'v', 'w'], 'c')).toEqual(['c', ['b', 'a', 'c']])
  expect(shown(['w'], 'a')).toEqual(['b', ['b', 'c']])
  expect(shown(['x'])).toEqual([undefined, []])
})

test('a former programme has a road to look at once the commune has planned, recorded or filled in something there', () => {
  const programme = readProgramme('p', [{ field: 'communes/u', value: true }])
  const has = (unit: string, type: string, thing: string) => hasRoadIn(programme, unit, [{ type, thing }])
  expect(hasRoadIn(programme, 'u', [])).toBe(true)
  expect(hasRoadIn(programme, 'v', [])).toBe(false)
  expect(has('v', 'road', 'road.p.v')).toBe(true)
  expect(has('v', 'response', 'p.survey_baseline.v')).toBe(true)
  expect(has('v', 'response', 'p2.survey_baseline.v')).toBe(false)
  expect(has('v', 'road', 'road.p2.v')).toBe(false)
})
