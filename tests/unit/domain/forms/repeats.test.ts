import { describe, expect, test } from 'vitest'
import type { FormItem, Question } from '../../../../src/domain/forms/form-version.ts'
import { initialAnswers } from '../../../../src/domain/forms/initial-answers.ts'
import { aForm, aQuestion, label, mustCompile, openForm } from './a-form.ts'

const group = (id: string, items: readonly FormItem[], more: object = {}): FormItem => ({
  type: 'group',
  id,
  label,
  items,
  ...more,
})
const repeat = (id: string, items: readonly FormItem[], more: object = {}): FormItem => ({
  type: 'repeat',
  id,
  label,
  items,
  ...more,
})
const whole = (id: string, more: object = {}): Question => aQuestion({ id, type: 'integer', ...more })
const sum = (id: string, calculation: string): Question => aQuestion({ id, type: 'calculate', calculation })

const form = (items: readonly FormItem[]) => aForm(items as readonly Question[])
const rowsOf = (...ids: readonly string[]) => ids.map(id => ({ id, parent: null }))

describe('a repeat', () => {
  const household = mustCompile(
    form([
      repeat('child', [
        whole('age'),
        sum('next', '${age} + 1'),
        whole('school', { relevance: '${age} >= 6' }),
      ]),
      sum('total', 'sum(${age})'),
      sum('how_many', 'count(${child})'),
    ]),
  )

  test('keeps the answers of each row apart, and reads those of the own row', () => {
    const session = openForm(household, { rows: { child: rowsOf('a', 'b') } })
    session.setAnswer('age@a', 3)
    session.setAnswer('age@b', 7)
    expect(session.question('next@a').value).toBe(4)
    expect(session.question('next@b').value).toBe(8)
    expect([session.question('school@a').relevant, session.question('school@b').relevant]).toEqual([
      false,
      true,
    ])
    expect([session.question('total').value, session.question('how_many').value]).toEqual([10, 2])
  })

  test('recomputes only the row that changed, and what sums it up', () => {
    const session = openForm(household, { rows: { child: rowsOf('a', 'b') } })
    session.setAnswer('age@a', 3)
    expect(new Set(session.setAnswer('age@b', 7))).toEqual(new Set(['age@b', 'next@b', 'school@b', 'total']))
  })

  test('grows and shrinks, and its sums follow; answers of a removed row come back with it', () => {
    const session = openForm(household, { rows: { child: rowsOf('a', 'b') } })
    session.setAnswer('age@a', 3)
    session.setAnswer('age@b', 7)
    session.setRows('child', rowsOf('a'))
    expect([session.question('total').value, session.question('how_many').value]).toEqual([3, 1])
    expect(session.has('age@b')).toBe(false)
    expect(session.keys()).not.toContain('age@b')
    session.setRows('child', rowsOf('a', 'b', 'c'))
    expect([session.question('total').value, session.question('how_many').value]).toEqual([10, 3])
    expect(session.rows('child', '')).toEqual(['a', 'b', 'c'])
  })

  test('with no row has no sum and counts nothing', () => {
    const session = openForm(household, { rows: { child: [] } })
    expect([session.question('total').value, session.question('how_many').value]).toEqual([0, 0])
  })

  test('of which a required answer is missing keeps the response from being sent', () => {
    const session = openForm(form([repeat('r', [whole('n', { required: true })])]), {
      rows: { r: rowsOf('a', 'b') },
    })
    session.setAnswer('n@a', 1)
    expect(session.missing()).toEqual([{ questionId: 'n@b', sectionId: 's', verdict: 'missing' }])
    expect(session.nextOpen('n@a')).toBe('n@b')
    expect(session.progress()).toMatchObject({ answered: 1, total: 2, missing: 1 })
  })
})

describe('a count', () => {
  const counted = mustCompile(
    form([
      whole('n'),
      repeat('r', [whole('x', { default: '5' })], { count: '${n}' }),
      sum('all', 'sum(${x})'),
    ]),
  )

  test('says how many rows there are; what was in a row that went comes back with it', () => {
    const session = openForm(counted)
    expect(session.rows('r', '')).toEqual([])
    session.setAnswer('n', 3)
    expect(session.rows('r', '')).toEqual(['r.1', 'r.2', 'r.3'])
    session.setAnswer('x@r.3', 9)
    session.setAnswer('n', 2)
    expect(session.question('all').value).toBe(10)
    session.setAnswer('n', 3)
    expect(session.question('x@r.3').value).toBe(9)
  })

  test('that is absurd is bounded', () => {
    const session = openForm(counted)
    session.setAnswer('n', 1e9)
    expect(session.rows('r', '').length).toBe(1000)
    session.setAnswer('n', -4)
    expect(session.rows('r', '')).toEqual([])
  })

  test('new rows begin with their defaults, which are handed over to be kept', () => {
    const session = openForm(counted)
    session.setAnswer('n', 2)
    expect(session.question('x@r.1').value).toBe(5)
    expect([...session.takeGiven()]).toEqual([
      ['x@r.1', 5],
      ['x@r.2', 5],
    ])
    expect(session.takeGiven().size).toBe(0)
  })
})

describe('rows that are put before others', () => {
  const named = form([
    repeat('r', [whole('x'), sum('number', 'position(..)')]),
    sum('list', "join(' ', ${x})"),
    whole('asked', { required: 'selected(${x}, 7)' }),
  ])
  const answers = { 'x@a': 5, 'x@b': 6, 'x@c': 7 }

  test('are read before them', () => {
    const session = openForm(named, { rows: { r: rowsOf('a', 'b') }, answers })
    expect(session.question('list').value).toBe('5 6')
    session.setRows('r', rowsOf('c', 'a', 'b'))
    expect(session.question('list').value).toBe('7 5 6')
    expect(session.question('asked').required).toBe(true)
  })

  test('are counted anew when they only change places', () => {
    const session = openForm(named, { rows: { r: rowsOf('a', 'b', 'c') }, answers })
    session.setRows('r', rowsOf('c', 'b', 'a'))
    expect(session.question('list').value).toBe('7 6 5')
    expect(session.question('asked').required).toBe(true)
    expect(['c', 'b', 'a'].map(row => session.question(`number@${row}`).value)).toEqual([1, 2, 3])
  })
})

describe('a repeat within rows that a count brings', () => {
  const counted = mustCompile(
    form([
      whole('n'),
      repeat('house', [repeat('person', [whole('years', { default: '1' })])], { count: '${n}' }),
      sum('people', 'count(${person})'),
    ]),
  )
  const first = { id: 'house.1.person.1', parent: 'house.1' }

  test('begins with one row in each, as anywhere in ODK', () => {
    const session = openForm(counted)
    session.setAnswer('n', 2)
    expect(session.rows('person', 'house.1')).toEqual(['house.1.person.1'])
    expect(session.rows('person', 'house.2')).toEqual(['house.2.person.1'])
    expect(session.question('people').value).toBe(2)
    expect(session.question('years@house.1.person.1').value).toBe(1)
  })

  test('keeps the first row before those that people added, and once', () => {
    const session = openForm(counted, { answers: { n: 1 } })
    session.setRows('person', [{ id: 'p', parent: 'house.1' }])
    expect(session.rows('person', 'house.1')).toEqual(['house.1.person.1', 'p'])
    session.setRows('person', [{ id: 'p', parent: 'house.1' }, first])
    expect(session.rows('person', 'house.1')).toEqual(['p', 'house.1.person.1'])
  })

  test('does not bring back a first row that was removed', () => {
    const session = openForm(counted, { answers: { n: 1 } })
    session.setRows('person', [{ ...first, isGone: true }])
    expect(session.rows('person', 'house.1')).toEqual([])
    expect(session.question('people').value).toBe(0)
  })
})

describe('repeats in repeats', () => {
  const nested = mustCompile(
    form([
      repeat('house', [
        whole('rooms'),
        repeat('person', [whole('years'), sum('share', '${rooms} + ${years}')]),
        sum('house_years', 'sum(${years})'),
      ]),
      sum('all_years', 'sum(${years})'),
    ]),
  )
  const rows = {
    house: rowsOf('h1', 'h2'),
    person: [
      { id: 'p1', parent: 'h1' },
      { id: 'p2', parent: 'h1' },
      { id: 'p3', parent: 'h2' },
    ],
  }

  test('sum over what is in the same row around them', () => {
    const session = openForm(nested, { rows })
    for (const [key, years] of [
      ['p1', 10],
      ['p2', 20],
      ['p3', 40],
    ] as const)
      session.setAnswer(`years@${key}`, years)
    expect(session.question('house_years@h1').value).toBe(30)
    expect(session.question('house_years@h2').value).toBe(40)
    expect(session.question('all_years').value).toBe(70)
  })

  test('see the questions of the row around them', () => {
    const session = openForm(nested, { rows })
    session.setAnswer('years@p3', 1)
    session.setAnswer('rooms@h1', 100)
    session.setAnswer('rooms@h2', 2)
    expect(session.question('share@p3').value).toBe(3)
  })

  test('go with the row around them', () => {
    const session = openForm(nested, { rows })
    session.setAnswer('years@p1', 10)
    session.setAnswer('years@p3', 40)
    session.setRows('house', rowsOf('h2'))
    expect(session.question('all_years').value).toBe(40)
    expect(session.keys()).toEqual(['rooms@h2', 'years@p3', 'share@p3', 'house_years@h2', 'all_years'])
  })
})

test('rows know their number, and what stands in the row before', () => {
  const form_ = form([
    repeat('r', [
      whole('x'),
      sum('number', 'position(..)'),
      sum('before', 'indexed-repeat(${x}, ${r}, position(..) - 1)'),
    ]),
  ])
  const session = openForm(form_, { rows: { r: rowsOf('a', 'b', 'c') } })
  session.setAnswer('x@a', 5)
  session.setAnswer('x@b', 6)
  expect(['a', 'b', 'c'].map(row => session.question(`number@${row}`).value)).toEqual([1, 2, 3])
  expect(['a', 'b', 'c'].map(row => session.question(`before@${row}`).value)).toEqual([
    // As in ODK, a row before the first is the first.
    5, 5, 6,
  ])
  session.setRows('r', rowsOf('b', 'c'))
  expect(['b', 'c'].map(row => session.question(`number@${row}`).value)).toEqual([1, 2])
  expect(session.question('before@c').value).toBe(6)
})

test('a hidden group hides its questions and rows, which then count for nothing', () => {
  const session = openForm(
    form([
      whole('on'),
      group('g', [whole('x'), repeat('r', [whole('y')])], { relevance: '${on} = 1' }),
      sum('all', 'sum(${y}) + coalesce(${x}, 0)'),
    ]),
    { rows: { r: rowsOf('a') }, answers: { on: 1, x: 2, 'y@a': 3 } },
  )
  expect(session.question('all').value).toBe(5)
  session.setAnswer('on', 0)
  expect(session.question('all').value).toBe(0)
  expect([session.question('x').relevant, session.question('y@a').relevant, session.isShown('r')]).toEqual([
    false,
    false,
    false,
  ])
  expect(session.exportedAnswers()).toEqual({ on: 0, all: 0 })
  session.setAnswer('on', 1)
  expect(session.question('all').value).toBe(5)
})

describe('choices', () => {
  const cascade = mustCompile(
    aForm([
      aQuestion({
        id: 'province',
        type: 'select_one',
        options: [
          { value: 'ls', label },
          { value: 'hn', label },
        ],
      }),
      aQuestion({
        id: 'district',
        type: 'select_one',
        list: 'districts',
        choiceFilter: 'province = ${province}',
        options: [
          { value: 'td', label, columns: { province: 'ls' } },
          { value: 'cl', label, columns: { province: 'ls' } },
          { value: 'bd', label, columns: { province: 'hn' } },
        ],
      }),
    ]),
  )

  test('depend on another answer; one that is no longer offered does not count, and comes back', () => {
    const session = openForm(cascade)
    const offered = () => session.options('district').map(option => option.value)
    expect(offered()).toEqual([])
    session.setAnswer('province', 'ls')
    expect(offered()).toEqual(['td', 'cl'])
    session.setAnswer('district', 'cl')
    expect(session.question('district').value).toBe('cl')
    expect(session.setAnswer('province', 'hn')).toContain('district')
    expect(session.question('district').value).toBe(null)
    session.setAnswer('province', 'ls')
    expect(session.question('district').value).toBe('cl')
  })

  test('are put in order as far as they are offered', () => {
    const wards = [
      { value: 'a', label, columns: { in: 'ls' } },
      { value: 'b', label, columns: { in: 'ls' } },
      { value: 'c', label, columns: { in: 'hn' } },
    ]
    const session = openForm(
      aForm([aQuestion({ id: 'q', type: 'rank', options: wards, choiceFilter: "in = 'ls'" })]),
    )
    session.setAnswer('q', ['b', 'a'])
    expect(session.question('q').verdict).toBe('ok')
    session.setAnswer('q', ['b'])
    expect(session.question('q').problem).toEqual({ code: 'notAllRanked' })
  })

  test('stand in an order of chance that a seed fixes', () => {
    const options = ['a', 'b', 'c', 'd', 'e', 'f'].map(value => ({ value, label }))
    const shuffled = (seed: string) =>
      openForm(aForm([aQuestion({ id: 'q', type: 'select_one', options, randomize: { seed } })]))
        .options('q')
        .map(option => option.value)
        .join('')
    expect(shuffled('1')).toBe(shuffled('1'))
    expect(new Set(['1', '2', '3', '4'].map(shuffled)).size).toBeGreaterThan(1)
    expect(new Set(shuffled('7'))).toEqual(new Set('abcdef'))
  })
})

test('a triggered calculation runs when its trigger changes, and not when what it reads does', () => {
  const session = openForm(
    form([whole('go'), whole('x'), whole('copy', { calculation: '${x} * 2', trigger: ['go'] })]),
  )
  session.setAnswer('x', 4)
  expect(session.question('copy').value).toBe(null)
  session.setAnswer('go', 1)
  expect(session.question('copy').value).toBe(8)
  session.setAnswer('x', 5)
  expect(session.question('copy').value).toBe(8)
  expect(session.takeGiven().get('copy')).toBe(8)
})

test('a calculation with once() is kept', () => {
  let count = 0
  const compiled = mustCompile(form([whole('x'), sum('id', 'once(uuid())')]))
  const session = openForm(compiled, {}, undefined, { uuid: () => `u${++count}` })
  expect(session.question('id').value).toBe('u1')
  session.setAnswer('x', 1)
  expect(session.question('id').value).toBe('u1')
  const again = openForm(
    compiled,
    { answers: Object.fromEntries(session.takeGiven()) as Record<string, string> },
    undefined,
    { uuid: () => 'other' },
  )
  expect(again.question('id').value).toBe('u1')
})

test('a new response begins with its defaults and one row of each repeat', () => {
  const compiled = mustCompile(
    form([
      whole('a', { default: '2' }),
      repeat('r', [whole('b', { default: '${a} + 1' })]),
      whole('c', { default: '${b} + 1' }),
    ]),
  )
  expect(initialAnswers(compiled, { today: () => '2017-10-16' })).toEqual({ a: 2, 'b@r.1': 3, c: 4 })
})

test('texts show the answers they name', () => {
  const named = { vi: 'Tuổi của ${name}', en: 'Age of ${name}' }
  const session = openForm(
    form([repeat('r', [aQuestion({ id: 'name', type: 'text' }), whole('age', { label: named })])]),
    { rows: { r: rowsOf('a', 'b') }, answers: { 'name@b': 'Lan' } },
  )
  expect(session.text(named, 'age@b')).toEqual({ vi: 'Tuổi của Lan', en: 'Age of Lan' })
  expect(session.setAnswer('name@b', 'Hoa')).toEqual(['name@b', 'age@b'])
})
