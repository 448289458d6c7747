import { describe, expect, test } from 'vitest'
import { findingFields } from '../../../../src/domain/audits/finding-fields.ts'
import { findingMoves, findingStates, isFindingTarget } from '../../../../src/domain/audits/finding-state.ts'
import { may, type Action } from '../../../../src/domain/people/role.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import {
  anAudit,
  everybody,
  finding,
  photo,
  requestOf,
  sha,
  staff,
  type Name,
  type Said,
} from './an-audit.ts'

/** Whether a person's roles in the commune allow an action, read from the table alone. */
const mayDo = (person: Name, action: Action): boolean =>
  person !== 'other' && staff[person].some(({ role }) => (may[action] as readonly string[]).includes(role))

const reads = (person: Name): boolean => mayDo(person, 'response.read')
const moved = (answers: readonly string[]): string => answers.at(-1) ?? 'nothing'

describe('every move of a finding, from each state, by each person', () => {
  const targets = findingStates.filter(isFindingTarget)
  const words = (round: number): readonly Said[] => [
    [findingFields.part('correction', round), 'Thay bảng'],
    [findingFields.part('cause', round), 'Chưa giao người'],
    [findingFields.part('action', round), 'Giao người'],
    [findingFields.part('dueOn', round), '2026-12-24'],
    [findingFields.part('doneOn', round), '2026-12-20'],
    [findingFields.part('doneNote', round), 'Đã thay'],
    [findingFields.part('verifyNote', round), 'Đã xem'],
  ]
  /** The round that a move's words have to be of, where no more than one move has led to the state. */
  const roundFor = (state: string, to: string): number =>
    state === 'reopened' || (state === 'verified' && to === 'planned') ? 2 : 1
  const inState = (state: string, to: string): readonly Said[] => {
    const [field, value] = requestOf('4-1')
    return [
      [field, state === 'noted' ? { ...(value as Record<string, JsonValue>), grade: 'ofi' } : value],
      [findingFields.part('owner'), 'lan'],
      ...words(roundFor(state, to)),
      [findingFields.part('effectiveness'), to === 'planned' ? 'notEffective' : 'effective'],
      ...(isFindingTarget(state) && state !== 'raised'
        ? [[findingFields.move('m0'), { to: state }] as const]
        : []),
    ]
  }
  const drawn: Said = [findingFields.evidence('signature', sha('c')), photo]
  const isOne = (person: Name, only: 'lead' | 'owner' | undefined): boolean =>
    only === 'lead' ? person === 'nam' : only !== 'owner' || person === 'lan' || person === 'thao'

  test.each(findingStates)('from %s', async state => {
    const world = anAudit()
    let number = 0
    const heard: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const to of targets)
      for (const person of everybody) {
        const thing = finding(`4-${++number}`)
        await world.put('finding', thing, inState(state, to))
        await world.put('finding', thing, [drawn], person)
        const value = { to, reason: 'Vì vậy', signature: sha('c') }
        heard[`${to} by ${person}`] = moved(
          await world.say(person, 'finding', thing, [findingFields.move('m1'), value]),
        )
        const rules = findingMoves[state][to]
        const isMover = rules?.some(({ action, only }) => mayDo(person, action) && isOne(person, only))
        expected[`${to} by ${person}`] = !reads(person)
          ? 'held: outOfScope'
          : !rules
            ? 'held: illegalMove'
            : isMover
              ? 'ok'
              : 'held: notYourRole'
        const { state: now } = await world.readFinding(thing)
        expect([to, person, now]).toEqual([to, person, isMover && reads(person) ? to : state])
      }
    expect(heard).toEqual(expected)
  })

  describe.each([
    ['a plan that was sent back', 'planned', 'accepted', 'planned', 'lan'],
    ['what was not done yet', 'done', 'planApproved', 'done', 'lan'],
    ['a finding that was opened again', 'closed', 'reopened', 'planned', 'lan'],
  ] as const)('%s', (_, from, back, to, person) => {
    const before: readonly Said[] = [
      ...inState(from, back),
      [findingFields.move('m00'), { to: back, reason: 'Chưa được' }],
    ]
    const plan = ['correction', 'cause', 'action', 'dueOn']
    const needed = to === 'done' ? ['doneOn', 'doneNote'] : plan
    const again: Said = [findingFields.move('m2'), { to }]

    test('needs the words of its second round: those of the first do not count', async () => {
      const world = anAudit()
      const thing = finding('4-1')
      await world.put('finding', thing, before)
      expect(await world.say(person, 'finding', thing, again)).toEqual(['held: incomplete'])
      expect((await world.readFinding(thing)).earlier.map(({ round }) => round)).toEqual([1])
      const second = words(2).filter(([field]) => needed.includes(field.split('/')[1] ?? ''))
      expect(new Set(await world.say(person, 'finding', thing, ...second, again))).toEqual(new Set(['ok']))
    })

    test.each(needed)('needs its own %s', async need => {
      const world = anAudit()
      const thing = finding('4-1')
      const second = words(2).filter(
        ([field]) => needed.includes(field.split('/')[1] ?? '') && field.split('/')[1] !== need,
      )
      await world.put('finding', thing, before)
      expect((await world.say(person, 'finding', thing, ...second, again)).at(-1)).toBe('held: incomplete')
    })

    test('takes no words for a round that is over, or has not begun', async () => {
      const world = anAudit()
      const thing = finding('4-1')
      await world.put('finding', thing, before)
      const part = to === 'done' ? 'doneNote' : 'cause'
      const said = [1, 3].map((round): Said => [findingFields.part(part, round), 'Khác'])
      expect(await world.say(person, 'finding', thing, ...said)).toEqual([
        'held: locked',
        'held: illegalMove',
      ])
    })
  })

  test('what was shown as done in one round is no evidence in the next', async () => {
    const world = anAudit()
    const thing = finding('4-1')
    const state = inState('planApproved', 'done').filter(([field]) => !field.includes('doneNote'))
    const done = (round: number, id: string): readonly Said[] => [
      [findingFields.part('doneOn', round), '2026-12-20'],
      [findingFields.move(id), { to: 'done' }],
    ]
    await world.put('finding', thing, state)
    expect(
      await world.say(
        'lan',
        'finding',
        thing,
        [findingFields.evidence('done', sha('1')), photo],
        ...done(1, 'm1'),
      ),
    ).toEqual(['ok', 'ok', 'ok'])
    await world.put('finding', thing, [[findingFields.move('m2'), { to: 'planApproved' }]])
    expect(await world.say('lan', 'finding', thing, ...done(2, 'm3'))).toEqual(['ok', 'held: incomplete'])
    expect(
      await world.say('lan', 'finding', thing, [findingFields.evidence('done', sha('1')), photo]),
    ).toEqual(['held: locked'])
    const second: Said = [findingFields.evidence('done', sha('2'), 2), photo]
    expect(await world.say('lan', 'finding', thing, second, done(2, 'm4')[1]!)).toEqual(['ok', 'ok'])
  })

  test('once a check has found no effect the owner plans anew, and nobody before', async () => {
    const world = anAudit()
    const thing = finding('4-1')
    await world.put(
      'finding',
      thing,
      inState('verified', 'closed').filter(([field]) => !field.includes('effectiveness')),
    )
    const second = words(2).filter(([field]) => /correction|cause|action\/action|dueOn/u.test(field))
    const again: Said = [findingFields.move('m2'), { to: 'planned' }]
    expect(new Set(await world.say('lan', 'finding', thing, ...second, again))).toEqual(
      new Set(['held: locked', 'held: incomplete']),
    )
    expect(
      await world.say('nam', 'finding', thing, [findingFields.part('effectiveness'), 'notEffective']),
    ).toEqual(['ok'])
    expect(await world.say('nam', 'finding', thing, again)).toEqual(['held: notYourRole'])
    expect(await world.say('minh', 'finding', thing, second[0]!)).toEqual(['held: notYourRole'])
    expect(new Set(await world.say('lan', 'finding', thing, ...second, again))).toEqual(new Set(['ok']))
    const { state, rounds, action, earlier } = await world.readFinding(thing)
    expect([state, rounds, action.cause]).toEqual(['planned', { plan: 2, done: 2 }, 'Chưa giao người'])
    expect(earlier[0]?.action).toMatchObject({ effectiveness: 'notEffective', cause: 'Chưa giao người' })
  })

  test('none with a signature whose picture is not there, or is another person’s', async () => {
    const world = anAudit()
    const thing = finding('4-1')
    await world.put('finding', thing, inState('raised', 'accepted'))
    const accept = (id: string): Said => [findingFields.move(id), { to: 'accepted', signature: sha('c') }]
    expect(await world.say('thao', 'finding', thing, accept('m1'))).toEqual(['held: incomplete'])
    await world.put('finding', thing, [drawn], 'nam')
    expect(await world.say('thao', 'finding', thing, accept('m2'))).toEqual(['held: incomplete'])
    const own: Said = [findingFields.evidence('signature', sha('9')), photo]
    const signed: Said = [findingFields.move('m3'), { to: 'accepted', signature: sha('9') }]
    expect(await world.say('thao', 'finding', thing, own, signed)).toEqual(['ok', 'ok'])
  })

  test('none without what it needs', async () => {
    const world = anAudit()
    let number = 0
    for (const state of findingStates)
      for (const [to, rules] of Object.entries(findingMoves[state]))
        for (const { action, only, needs } of rules) {
          const person = everybody.find(one => reads(one) && mayDo(one, action) && isOne(one, only))
          for (const need of needs) {
            const thing = finding(`4-${++number}`)
            const absent = {
              doneEvidence: 'action/doneNote',
              noEffect: 'action/effectiveness',
              signature: drawn[0],
            }
            const isAbsent = (field: string): boolean =>
              field === (Object.hasOwn(absent, need) ? absent[need as 'noEffect'] : undefined) ||
              field.split('/')[1] === need
            const before = [...inState(state, to), drawn].filter(([field]) => !isAbsent(field))
            await world.put('finding', thing, before, person)
            const said = { to, reason: 'Vì vậy', signature: sha('c') }
            const { [need as 'reason']: _, ...value } = said
            const answers = await world.say(person!, 'finding', thing, [findingFields.move('m1'), value])
            expect([state, to, need, moved(answers)]).toEqual([
              state,
              to,
              need,
              need === 'reason' ? 'held: reasonMissing' : 'held: incomplete',
            ])
          }
        }
    expect(number).toBeGreaterThan(20)
  })
})
