import { expect, test } from 'vitest'
import survey from '../../../../src/content/forms/survey-baseline.json' with { type: 'json' }
import { parseFormVersion } from '../../../../src/domain/forms/parse-form-version.ts'
import { aForm, aQuestion, aSection, label } from './a-form.ts'

const problemsOf = (json: unknown) => {
  const parsed = parseFormVersion(json)
  return parsed.ok ? [] : parsed.error
}
const option = (value: string) => ({ value, label })

test('the built-in survey is a form version and comes out as it went in', () => {
  expect(parseFormVersion(survey)).toEqual({ ok: true, value: survey })
})

test('an unknown key is refused by name, deep inside too', () => {
  expect(problemsOf({ ...aForm([]), colour: 1 })).toEqual([{ code: 'unknownKey', path: [], key: 'colour' }])
  expect(problemsOf(aForm([{ ...aQuestion({ id: 'a', type: 'text' }), relevant: 'x' } as never]))).toEqual([
    { code: 'unknownKey', path: ['sections', 0, 'items', 0], key: 'relevant' },
  ])
})

test.each<readonly [what: string, json: unknown, path: readonly (string | number)[]]>([
  ['no object', null, []],
  ['a text', 'form', []],
  ['a schema of another time', { ...aForm([]), schema: 'form/2' }, ['schema']],
  ['a title without Vietnamese', { ...aForm([]), title: { en: 'x' } }, ['title', 'vi']],
  [
    'a label without English',
    aForm([aQuestion({ id: 'a', type: 'text', label: { vi: 'a' } })]),
    ['sections', 0, 'items', 0, 'label', 'en'],
  ],
  [
    'an unknown type of question',
    aForm([aQuestion({ id: 'a', type: 'hologram' as 'text' })]),
    ['sections', 0, 'items', 0, 'type'],
  ],
  [
    'a question without required',
    aForm([{ id: 'a', type: 'text', label } as never]),
    ['sections', 0, 'items', 0, 'required'],
  ],
  [
    'a select without options',
    aForm([aQuestion({ id: 'a', type: 'select_one', options: [] })]),
    ['sections', 0, 'items', 0, 'options'],
  ],
  [
    'a calculate without calculation',
    aForm([aQuestion({ id: 'a', type: 'calculate' })]),
    ['sections', 0, 'items', 0, 'calculation'],
  ],
  [
    'a score above 1',
    aForm([aQuestion({ id: 'a', type: 'select_one', options: [{ ...option('x'), score: 2 }] })]),
    ['sections', 0, 'items', 0, 'options', 0, 'score'],
  ],
  [
    'a negative weight',
    aForm([aQuestion({ id: 'a', type: 'text', weight: -1 })]),
    ['sections', 0, 'items', 0, 'weight'],
  ],
  [
    'an id that is no field name',
    aForm([aQuestion({ id: 'a/b', type: 'text' })]),
    ['sections', 0, 'items', 0, 'id'],
  ],
  [
    'an id that is the prototype',
    aForm([aQuestion({ id: '__proto__', type: 'text' })]),
    ['sections', 0, 'items', 0, 'id'],
  ],
])('%s is refused with its place', (_, json, path) => {
  expect(problemsOf(json)).toContainEqual(expect.objectContaining({ code: 'invalidShape', path }))
})

test('ids are unique across questions and sections', () => {
  const twice = aQuestion({ id: 'a', type: 'text' })
  expect(problemsOf(aForm([twice, twice, aQuestion({ id: 's', type: 'text' })]))).toEqual([
    { code: 'duplicateId', path: ['sections', 0, 'items', 1, 'id'], id: 'a' },
    { code: 'duplicateId', path: ['sections', 0, 'items', 2, 'id'], id: 's' },
  ])
  expect(problemsOf(aForm([], { sections: [aSection('s', []), aSection('s', [])] }))).toEqual([
    { code: 'duplicateId', path: ['sections', 1, 'id'], id: 's' },
  ])
})

test('option values are unique, and have no spaces where several are one text', () => {
  const options = [option('x'), option('x'), option('y z')]
  const codesOf = (type: 'select_one' | 'select_multiple') =>
    problemsOf(aForm([aQuestion({ id: 'a', type, options })])).map(problem => problem.code)
  expect(codesOf('select_one')).toEqual(['duplicateOption'])
  expect(codesOf('select_multiple')).toEqual(['duplicateOption', 'spaceInOption'])
})

test('a list that is shared may hold a value twice, for different filters', () => {
  const choiceLists = { wards: [option('1'), option('1')] }
  expect(
    problemsOf(aForm([aQuestion({ id: 'a', type: 'select_one', list: 'wards' })], { choiceLists })),
  ).toEqual([])
})

test('an empty range and bands out of order are refused', () => {
  expect(problemsOf(aForm([aQuestion({ id: 'a', type: 'rating', min: 5, max: 1 })]))).toEqual([
    { code: 'emptyRange', path: ['sections', 0, 'items', 0] },
  ])
  const bands = [
    { id: 'high', min: 70, max: 100, label },
    { id: 'low', min: 0, max: 69, label },
  ]
  expect(problemsOf(aForm([], { scoring: { method: 'weighted_mean', bands } }))).toEqual([
    { code: 'bandsOutOfOrder', path: ['scoring', 'bands', 1] },
  ])
})

test('groups in groups beyond any stack are a fault of the form, not of the program', () => {
  const opened = '{"type":"group","id":"g","items":['.repeat(30_000)
  const deep = JSON.parse(`${opened}${']}'.repeat(30_000)}`) as unknown
  expect(problemsOf({ ...aForm([]), sections: [{ id: 's', title: { vi: 'a' }, items: [deep] }] })).toEqual([
    { code: 'invalidShape', path: [], expected: 'fewer_levels' },
  ])
})
