import { describe, expect, test } from 'vitest'
import type { Assignment } from '../../../../src/domain/people/assignment.ts'
import { createScope } from '../../../../src/domain/people/scope.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import { vietnamDayOf } from '../../../../src/lib/vietnam-time.ts'
import { settlementTypes, type HeldSettlement } from '../../../../src/sync/protocol/held-settlement.ts'
import {
  heldQuestionField,
  settlementField,
  settlementThing,
} from '../../../../src/sync/protocol/settlement-name.ts'
import { hlcOfMs } from '../../../../src/sync/protocol/hlc.ts'
import type { Op } from '../../../../src/sync/protocol/op.ts'
import { aCommune, noon, results, scopeOf, survey, today, tree, unitFeed } from './a-commune.ts'

const day = 86_400_000
const role = (given: Partial<Assignment>): Assignment => ({
  id: 'a',
  person: 'lan',
  role: 'communeOfficial',
  unit: 'c1@a',
  from: '2020-01-01',
  to: null,
  ...given,
})

/** Lan's role ended two days ago; her tablet was offline for a week. */
async function left(own: readonly Assignment[] = [role({ to: '2026-11-21' })]) {
  const commune = aCommune(undefined, { dayOf: vietnamDayOf })
  const { authority, store } = commune
  await commune.tablet('minh').start()
  const lan = commune.tablet('lan')
  const directory = { tree, assignmentsOf: (person: string) => (person === 'lan' ? own : []) }
  const sync = async (person: string, scope: ReturnType<typeof createScope>, ops: readonly Op[]) =>
    (
      await authority.sync(
        { person, scope, directory },
        { protocol: 1, person, device: `dev-${person}`, ops, cursors: {}, room: 1_000_000 },
      )
    ).answers
  const bring = async (...ops: Op[]) => results(await sync('lan', createScope(own, tree, today), ops))
  const officer = commune.tablet('officer', 'districtOfficer', '180@a')
  const settle = async (held: Op, settlement: HeldSettlement | JsonValue, given: Partial<Op> = {}) => {
    const op = officer.op(settlementField({ op: held.id, author: 'lan' }), settlement as JsonValue, {
      type: settlementTypes.unit,
      thing: settlementThing(held.feed),
      feed: held.feed,
      ...given,
    })
    return results(await sync('officer', scopeOf('districtOfficer', '180@a'), [op]))
  }
  const before = { hlc: hlcOfMs(noon - 4 * day) }
  const after = { hlc: hlcOfMs(noon - day) }
  const listed = async (author = 'officer', feeds = [unitFeed]) =>
    (await store.listHeld({ author, feeds, most: 10, bytes: 10_000 })).map(({ op }) => op.id)
  return { ...commune, lan, bring, settle, before, after, listed }
}
const accept: HeldSettlement = { result: 'accepted', note: '' }
const dismiss: HeldSettlement = { result: 'dismissed', note: 'Đã nhập lại trên máy khác' }

describe('SY4 a held change, settled by a reviewer', () => {
  test('what was recorded while the role still stood can be accepted: the reviewer sets the value', async () => {
    const { lan, bring, settle, before, entries } = await left()
    const held = lan.op('answers/q2', 'Bà Lan', before)
    expect(await bring(held)).toEqual(['held: outOfScope'])
    expect(await settle(held, accept)).toEqual(['ok'])
    expect((await entries()).find(({ field }) => field === 'answers/q2')).toMatchObject({
      thing: survey,
      value: 'Bà Lan',
      author: 'officer',
      hlc: before.hlc,
    })
  })

  test('what was recorded after the role had ended cannot be accepted, only dismissed', async () => {
    const { lan, bring, settle, after, valueOf } = await left()
    const held = lan.op('answers/q2', 'muộn', after)
    await bring(held)
    expect(await settle(held, accept)).toEqual(['held: outOfScope'])
    expect(await valueOf('answers/q2')).toBeUndefined()
    expect(await settle(held, dismiss)).toEqual(['ok'])
  })

  test('SY6 an accepted value that meets a newer one unseen is kept beside it, as it would have been in time', async () => {
    const { lan, bring, settle, before, valueOf, entries, tablet } = await left()
    const held = lan.op('answers/q2', 'cũ', before)
    await bring(held)
    const minh = tablet('minh', 'communeOfficial', 'c1@a', 'minh-2')
    await minh.push(minh.op('answers/q2', 'mới'))
    expect(await settle(held, accept)).toEqual(['ok'])
    expect(await valueOf('answers/q2')).toBe('mới')
    expect((await entries()).find(({ field }) => field.startsWith('conflicts/'))?.value).toMatchObject({
      value: 'cũ',
      author: 'officer',
    })
  })

  test('a dismissal needs a reason, changes no value and deletes nothing', async () => {
    const { lan, bring, settle, before, valueOf, listed } = await left()
    const held = lan.op('answers/q2', 'thừa', before)
    await bring(held)
    expect(await settle(held, { result: 'dismissed', note: ' ' })).toEqual(['held: reasonMissing'])
    expect(await settle(held, dismiss)).toEqual(['ok'])
    expect(await valueOf('answers/q2')).toBeUndefined()
    expect(await listed('lan', [])).toEqual([held.id])
  })

  test('what one reviewer has settled is no longer listed, and cannot be settled twice', async () => {
    const { lan, bring, settle, before, listed } = await left()
    const [first, second] = [lan.op('answers/q2', 'a', before), lan.op('answers/q3', 'b', before)]
    await bring(first, second)
    expect((await listed()).toSorted()).toEqual([first.id, second.id])
    await settle(first, accept)
    expect(await listed()).toEqual([second.id])
    expect(await settle(first, dismiss)).toEqual(['held: locked'])
  })

  test('its author can be asked: it stays held and listed, can be asked again, and settled after that', async () => {
    const { lan, bring, settle, before, listed, valueOf } = await left()
    const move = lan.op('moves/m1', { to: 'sent' }, before)
    await bring(move)
    const field = heldQuestionField({ op: move.id, author: 'lan' })
    expect(await settle(move, { note: ' ' }, { field })).toEqual(['held: badValue'])
    expect(await settle(move, { note: 'Gửi lại nhé' }, { field })).toEqual(['ok'])
    expect(await listed()).toContain(move.id)
    expect(await settle(move, { note: 'Vai trò đã mở lại' }, { field })).toEqual(['conflict'])
    expect(await valueOf(field, settlementThing(unitFeed))).toEqual({ note: 'Vai trò đã mở lại' })
    expect(await settle(move, dismiss)).toEqual(['ok'])
    expect(await settle(move, { note: 'muộn' }, { field })).toEqual(['held: locked'])
    expect(
      await settle({ ...move, id: 'never-held' }, { note: 'x' }, { field: 'never-held/lan/ask' }),
    ).toEqual(['held: unknownField'])
  })

  test('nobody accepts for another what is said in their own name', async () => {
    const { lan, bring, settle, before } = await left()
    const move = lan.op('moves/m1', { to: 'sent' }, before)
    const comment = lan.op('comments/q2/c1', 'ý kiến', before)
    await bring(move, comment)
    expect(await settle(move, accept)).toEqual(['held: badValue'])
    expect(await settle(comment, accept)).toEqual(['held: badValue'])
    expect(await settle(comment, dismiss)).toEqual(['ok'])
  })

  test('a value that the rules would not have taken then is not accepted', async () => {
    const { lan, bring, settle, before } = await left()
    const held = lan.op('answers/none', 'x', before)
    await bring(held)
    expect(await settle(held, accept)).toEqual(['held: unknownField'])
  })

  test('SY9 only reviewers of the unit settle, and only what is held in its own feed', async () => {
    const { lan, bring, settle, before, tablet } = await left()
    const held = lan.op('answers/q2', 'a', before)
    await bring(held)
    const minh = tablet('minh', 'communeOfficial', 'c1@a', 'minh-2')
    const where = { type: settlementTypes.unit, thing: settlementThing(unitFeed) }
    const field = settlementField({ op: held.id, author: 'lan' })
    expect(results(await minh.push(minh.op(field, accept as unknown as JsonValue, where)))).toEqual([
      'held: notYourRole',
    ])
    const other = { feed: 'c2@a/unit', thing: settlementThing('c2@a/unit') }
    expect(await settle(held, accept, other)).toEqual(['held: unknownField'])
    expect(await settle({ ...held, id: 'never-held' }, dismiss)).toEqual(['held: unknownField'])
  })

  test('its author may still bring it again when the role is back: it is the same value, without a conflict', async () => {
    const own = [role({ to: '2026-11-21' })]
    const { lan, bring, settle, before, entries } = await left(own)
    const held = lan.op('answers/q2', 'Bà Lan', before)
    await bring(held)
    await settle(held, accept)
    own.push(role({ id: 'b', from: '2026-11-22' }))
    expect(await bring(held)).toEqual(['ok'])
    expect((await entries()).filter(({ field }) => field.startsWith('conflicts/'))).toEqual([])
  })
})
