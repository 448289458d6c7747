import { describe, expect, test } from 'vitest'
import langson2025 from '../../../../src/content/units/langson-2025.json' with { type: 'json' }
import langson2017 from '../../../../src/content/units/langson-2017.json' with { type: 'json' }
import { readDirectory } from '../../../../src/domain/people/directory.ts'
import { planUnitsChange } from '../../../../src/domain/people/plan-units-change.ts'
import { createScope } from '../../../../src/domain/people/scope.ts'
import { readUnitsChange, type UnitsChange } from '../../../../src/domain/people/units-change.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'

const unit = (code: string, kind: string, parent: string | null) => ({
  type: 'unit',
  thing: `${code}@2017-01-01`,
  field: 'unit',
  value: {
    code,
    kind,
    name: code,
    fullName: `Xã ${code}`,
    parent: parent && `${parent}@2017-01-01`,
    from: '2017-01-01',
    to: null,
  },
})
const held = (person: string, id: string, role: string, at: string, span: object = {}) => ({
  type: 'person',
  thing: person,
  field: `assignments/${id}`,
  value: { role, unit: `${at}@2017-01-01`, from: '2017-01-01', to: null, ...span },
})
const province = [
  unit('P', 'province', null),
  unit('D', 'district', 'P'),
  unit('E', 'district', 'P'),
  unit('A', 'commune', 'D'),
  unit('B', 'commune', 'D'),
  unit('C', 'commune', 'E'),
]
const change = (given: Partial<UnitsChange> = {}): UnitsChange => ({
  on: '2025-07-01',
  endsDistricts: true,
  units: ['A', 'N'].map(code => ({
    code,
    kind: 'commune',
    name: code,
    fullName: `Xã mới ${code}`,
    parent: null,
  })),
  moves: [
    { from: 'A', to: ['A'] },
    { from: 'B', to: ['A', 'N'], keeper: 'N' },
    { from: 'C', to: ['N'] },
  ],
  ...given,
})

/** The directory after the plan's fields were written. */
function carryOut(
  entries: readonly { type: string; thing: string; field: string; value: JsonValue }[],
  given = change(),
) {
  const plan = planUnitsChange(given, readDirectory(entries))
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  const fields = new Map([...entries, ...plan.value.fields].map(one => [`${one.thing} ${one.field}`, one]))
  return { plan: plan.value, directory: readDirectory(fields.values()) }
}
const problemsOf = (given: Partial<UnitsChange>, choices = {}) => {
  const plan = planUnitsChange(change(given), readDirectory(province), choices)
  return plan.ok ? [] : plan.error
}
const typesOf = (given: Partial<UnitsChange>) => problemsOf(given).map(({ type }) => type)
const founded = (code: string, parent: string | null, kind: 'commune' | 'district' = 'commune') => ({
  code,
  kind,
  name: code,
  fullName: code,
  parent,
})

describe('a change of units', () => {
  test('SY9 the role goes on in the successor from that day, with its days and areas, and reaches what the successor keeps', () => {
    const { directory } = carryOut([
      ...province,
      held('lan', 'a1', 'communeOfficial', 'B', { areas: ['justice'], to: '2026-12-31' }),
    ])
    const assignments = directory.assignmentsOf('lan')
    expect(assignments).toEqual([
      expect.objectContaining({ id: 'a1', unit: 'B@2017-01-01', to: '2025-06-30' }),
      {
        id: 'N-communeOfficial-2025-07-01',
        person: 'lan',
        role: 'communeOfficial',
        unit: 'N@2025-07-01',
        from: '2025-07-01',
        to: '2026-12-31',
        areas: ['justice'],
      },
    ])
    const on = (day: string) => createScope(assignments, directory.tree, day)
    expect(on('2025-06-30').feeds).toEqual(['P@2017-01-01/reference', 'B@2017-01-01/unit'])
    expect([...on('2025-07-01').feeds].sort()).toEqual([
      'B@2017-01-01/unit',
      'C@2017-01-01/unit',
      'N@2025-07-01/unit',
      'P@2017-01-01/reference',
    ])
    expect(on('2025-07-01').mayDo('response.fill', 'B@2017-01-01')).toBe(true)
    expect(on('2025-07-01').mayDo('response.fill', 'A@2017-01-01')).toBe(false)
    expect(
      on('2025-07-01')
        .communesWhere('response.fill')
        .map(({ id }) => id),
    ).toEqual(['N@2025-07-01'])
    expect(on('2025-07-01').ownWorkAt('C@2017-01-01')).toEqual(['justice'])
    expect(on('2027-01-01').feeds).toEqual([])
  })

  test('an officer of a district that ends reviews the set of communes that keep what they reviewed', () => {
    const { plan } = carryOut([...province, held('vinh', 'a1', 'districtOfficer', 'D')])
    expect(plan.moved.map(({ to }) => to).sort()).toEqual(['A@2025-07-01', 'N@2025-07-01'])
    const { plan: other } = carryOut([...province, held('bich', 'a1', 'districtOfficer', 'E')])
    expect(other.moved.map(({ to }) => to)).toEqual(['N@2025-07-01'])
  })

  test('roles that meet in one successor become one, and days that nobody had stay without', () => {
    const { directory } = carryOut([
      ...province,
      held('lan', 'a1', 'communeOfficial', 'B', { to: '2025-12-31' }),
      held('lan', 'a2', 'communeOfficial', 'C', { from: '2026-03-01' }),
      held('lan', 'a3', 'communeLeader', 'C', { to: '2024-12-31' }),
    ])
    const later = directory.assignmentsOf('lan').filter(({ unit: at }) => at === 'N@2025-07-01')
    expect(later.map(({ role, from, to }) => [role, from, to])).toEqual([
      ['communeOfficial', '2025-07-01', '2025-12-31'],
      ['communeOfficial', '2026-03-01', null],
    ])
    expect(directory.assignmentsOf('lan').find(({ id }) => id === 'a2')).toBeUndefined()
    expect(directory.assignmentsOf('lan').find(({ id }) => id === 'a3')?.to).toBe('2024-12-31')
  })

  test('a reused code does not overwrite the assignment of its namesake', () => {
    const { directory } = carryOut([
      ...province,
      held('lan', 'A-communeOfficial-2025-07-01', 'communeOfficial', 'A', { from: '2017-01-01' }),
    ])
    expect(directory.assignmentsOf('lan').map(({ id }) => id)).toEqual([
      'A-communeOfficial-2025-07-01',
      'A-communeOfficial-2025-07-01-2',
    ])
  })

  test('two heads in one successor, officers of several districts and a split are noted', () => {
    const { plan } = carryOut([
      ...province,
      held('son', 'a1', 'communeLeader', 'B'),
      held('hoa', 'a1', 'communeLeader', 'C'),
      held('hoa', 'a2', 'internalAuditor', 'B'),
      held('vinh', 'a1', 'districtOfficer', 'D'),
      held('bich', 'a1', 'districtOfficer', 'E'),
    ])
    const at = 'N@2025-07-01'
    expect(plan.notes).toEqual([
      { type: 'split', unit: 'B@2017-01-01', keeper: at, others: ['A@2025-07-01'] },
      { type: 'twoLeaders', unit: at, people: ['son', 'hoa'] },
      { type: 'severalOfficers', unit: at, people: ['vinh', 'bich'] },
      { type: 'ownAuditor', unit: at, people: ['hoa'] },
    ])
  })

  test('a commune may go to one that stands and stays', () => {
    const given = change({ endsDistricts: false, units: [], moves: [{ from: 'B', to: ['A'] }] })
    const { directory } = carryOut([...province, held('lan', 'a1', 'communeOfficial', 'A')], given)
    const scope = createScope(directory.assignmentsOf('lan'), directory.tree, '2025-07-01')
    expect(scope.feeds).toContain('B@2017-01-01/unit')
    expect(scope.feeds).not.toContain('C@2017-01-01/unit')
  })
})

describe('bad input', () => {
  test('a cycle in the unit tree is refused with its codes', () => {
    const units = [...change().units, founded('X', 'Y', 'district'), founded('Y', 'X', 'district')]
    expect(problemsOf({ units })).toEqual([{ type: 'unitCycle', codes: ['X', 'Y'] }])
    expect(typesOf({ units: [...change().units, founded('X', 'X', 'district')] })).toEqual(['unitCycle'])
  })

  test('units that would succeed each other in a ring are refused', () => {
    const moves = [
      { from: 'B', to: ['C'] },
      { from: 'C', to: ['B'] },
    ]
    expect(typesOf({ endsDistricts: false, units: [], moves })).toEqual(['targetEnds', 'targetEnds'])
  })

  test('a change dated before its predecessor is refused, and so is one of what ends already', () => {
    expect(new Set(typesOf({ on: '2017-01-01', endsDistricts: false }))).toEqual(
      new Set(['beforePredecessor', 'codeInUse']),
    )
    const { directory } = carryOut(province)
    const again = planUnitsChange(change({ on: '2025-06-01', endsDistricts: false }), directory)
    expect(again.ok ? [] : again.error).toContainEqual({
      type: 'endsAlready',
      name: 'Xã A',
      code: 'A',
      day: '2025-06-30',
    })
  })

  test.each<[string, Partial<UnitsChange>, string[]]>([
    ['a day that is none', { on: '2025-02-30' }, ['badDay']],
    ['nothing that moves', { moves: [] }, ['nothingMoves']],
    [
      'a commune that nobody knows',
      { moves: [...change().moves, { from: 'Z', to: ['A'] }] },
      ['unknownUnit'],
    ],
    [
      'a commune that is named twice',
      { moves: [...change().moves, { from: 'C', to: ['A'] }] },
      ['namedTwice'],
    ],
    ['a commune that is left out', { moves: change().moves.slice(1) }, ['codeInUse', 'uncovered']],
    [
      'a unit above that is not there',
      { units: [founded('A', null), founded('N', 'Q')] },
      ['unknownParent', 'unknownTarget', 'unknownTarget'],
    ],
    ['a code that is founded twice', { units: [...change().units, founded('N', null)] }, ['unitTwice']],
    [
      'a name of nothing',
      { units: [founded('A', null), { ...founded('N', null), fullName: '' }] },
      ['badUnit', 'unknownTarget', 'unknownTarget'],
    ],
  ])('%s is refused', (_, given, types) => {
    expect(typesOf(given)).toEqual(types)
  })

  test('who keeps the records of a split commune is asked for, and only its successors may', () => {
    const moves = change().moves.map(({ from, to }) => ({ from, to }))
    expect(problemsOf({ moves })).toEqual([
      {
        type: 'noKeeper',
        name: 'Xã B',
        code: 'B',
        options: ['A', 'N'].map(code => ({ code, name: `Xã mới ${code}` })),
      },
    ])
    expect(problemsOf({ moves }, { B: 'N' })).toEqual([])
    expect(problemsOf({ moves }, { B: 'Q' }).map(({ type }) => type)).toEqual(['noKeeper'])
  })

  test.each([
    null,
    [],
    {},
    { on: 5, moves: [] },
    { on: '2025-07-01', moves: [{ from: 'A' }] },
    { on: 'x', moves: [{ from: 'A', to: [1] }] },
  ])('what has another shape is none: %j', json => {
    expect(readUnitsChange(json as JsonValue)).toBeUndefined()
  })
})

test('the built-in reorganisation names each commune of 2017 once, and leaves thirteen to be chosen', () => {
  const builtIn = readUnitsChange(langson2025 as JsonValue)
  if (!builtIn) throw new Error('it has another shape')
  const directory = readDirectory(
    langson2017.map(({ id, ...value }) => ({ type: 'unit', thing: id, field: 'unit', value })),
  )
  const plan = planUnitsChange(builtIn, directory)
  const problems = plan.ok ? [] : plan.error
  expect(new Set(problems.map(({ type }) => type))).toEqual(new Set(['noKeeper', 'noSuccessor']))
  expect(problems.length).toBe(13)
  const codes = langson2017.filter(({ kind }) => kind === 'commune').map(({ code }) => code)
  expect(builtIn.moves.map(({ from }) => from).sort()).toEqual(codes.sort())
  expect(builtIn.units.length).toBe(65)
})
