import { expect, test } from 'vitest'
import { may } from '../../../../src/domain/people/role.ts'
import { createScope } from '../../../../src/domain/people/scope.ts'
import { filesOfOp } from '../../../../src/server/database/files-of-op.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import { hlcOfMs } from '../../../../src/sync/protocol/hlc.ts'
import type { Op } from '../../../../src/sync/protocol/op.ts'
import { aCommune, results, today, tree } from './a-commune.ts'
import { directory, everybody, staff, type Name } from './an-audit.ts'

const sha = 'a'.repeat(64)
const signature = { type: 'image/png', size: 5, width: 2, height: 2, thumb: null }
const there = (name: string): JsonValue => ({ name, post: 'Công chức' })

function aTraining(feed = 'c1@a/unit', thing = 'training.x.c1@a') {
  const { authority, clock } = aCommune()
  let count = 0
  const opOf = (field: string, value: JsonValue): Op => {
    const seq = ++count
    const hlc = hlcOfMs(clock.ms) + seq
    return {
      id: `op-${seq}`,
      device: 'd',
      seq,
      group: 'g',
      base: null,
      schema: 1,
      feed,
      type: 'training',
      thing,
      field,
      value,
      hlc,
    }
  }
  async function say(person: Name, ...said: readonly (readonly [field: string, value: JsonValue])[]) {
    const ops = said.map(([field, value]) => opOf(field, value))
    const speaker = { person, scope: createScope(staff[person], tree, today), directory }
    const request = { protocol: 1, person, device: `dev-${person}`, cursors: {}, room: 1_000_000, ops }
    return results((await authority.sync(speaker, request)).answers)
  }
  return { say, opOf }
}

test('training is written by the commune’s own people, and by nobody else', async () => {
  let taken = 0
  for (const person of everybody) {
    const [answer] = await aTraining().say(person, ['attendance/a', there('An')])
    const roles = staff[person].filter(({ unit }) => unit !== 'c2@a').map(({ role }) => role)
    const allowed: readonly string[] = may['qms.write']
    const isAllowed = roles.some(role => allowed.includes(role))
    expect([person, answer === 'ok']).toEqual([person, isAllowed])
    if (isAllowed) taken++
  }
  expect([taken > 0, taken < everybody.length]).toEqual([true, true])
})

test('a session lives in the feed of its own commune only', async () => {
  const [answer] = await aTraining('c1@a/unit', 'training.x.c2@a').say('lan', ['topic', 'aware'])
  expect(answer).toMatch(/^held/u)
})

test('SY3 two tablets that take attendance of the same session merge person by person', async () => {
  const { say } = aTraining()
  expect(await say('lan', ['attendance/a', there('An')], ['days/held', today])).toEqual(['ok', 'ok'])
  // Both saw nobody there: the same person is said to be present twice, another once.
  const again = await say(
    'thao',
    ['attendance/a', there('An')],
    ['attendance/b', there('Bình')],
    ['days/held', today],
  )
  expect(again).toEqual(['ok', 'ok', 'ok'])
})

test('what makes no sense is held: a day to come, a subject nobody knows, a signature that is no picture', async () => {
  const { say } = aTraining()
  expect(
    await say(
      'lan',
      ['days/held', '2026-11-24'],
      ['topic', 'cooking'],
      [`evidence/a/${sha}`, { type: 'application/pdf', size: 5, name: null }],
      [`evidence/a/${sha}`, signature],
    ),
  ).toEqual(['held: badValue', 'held: badValue', 'held: badValue', 'ok'])
})

test('SY12 a signature is a file that the op names, so that readers of the feed may have it', () => {
  const { opOf } = aTraining()
  expect(filesOfOp(opOf(`evidence/a/${sha}`, signature))).toEqual([sha])
  expect(filesOfOp(opOf('attendance/a', there('An')))).toEqual([])
})
