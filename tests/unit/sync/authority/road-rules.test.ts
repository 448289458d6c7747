import { describe, expect, test } from 'vitest'
import {
  documentMoves,
  documentStates,
  type DocumentState,
} from '../../../../src/domain/qms/document-state.ts'
import { may } from '../../../../src/domain/people/role.ts'
import { createScope } from '../../../../src/domain/people/scope.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import { hlcOfMs } from '../../../../src/sync/protocol/hlc.ts'
import type { Op } from '../../../../src/sync/protocol/op.ts'
import { aCommune, results, today, tree } from './a-commune.ts'
import { directory, everybody, staff, type Name } from './an-audit.ts'

const photo = { type: 'image/jpeg', size: 5, width: 2, height: 2, thumb: null }
const sha = 'a'.repeat(64)

function aRoad() {
  const { authority, clock } = aCommune()
  let count = 0
  async function say(
    person: Name,
    at: { readonly feed: string; readonly type: string; readonly thing: string },
    ...said: readonly (readonly [field: string, value: JsonValue])[]
  ): Promise<readonly string[]> {
    const ops = said.map(([field, value]): Op => {
      const seq = ++count
      return {
        id: `op-${seq}`,
        device: 'd',
        seq,
        group: 'g',
        base: null,
        schema: 1,
        ...at,
        field,
        value,
        hlc: hlcOfMs(clock.ms) + seq,
      }
    })
    const speaker = { person, scope: createScope(staff[person], tree, today), directory }
    const request = { protocol: 1, person, device: `dev-${person}`, cursors: {}, room: 1_000_000, ops }
    return results((await authority.sync(speaker, request)).answers)
  }
  const put = (thing: string, fields: Readonly<Record<string, JsonValue>>, author: Name) =>
    authority.write(
      'c1@a/unit',
      Object.entries(fields).map(([field, value]) => ({ type: 'document', thing, field, value })),
      author,
    )
  return { say, put }
}

const unitThing = (type: string, thing: string) => ({ feed: 'c1@a/unit', type, thing })

/** The moves that bring a document into a state. */
const ways: Readonly<Record<DocumentState, readonly DocumentState[]>> = {
  draft: [],
  inReview: ['inReview'],
  changesAsked: ['inReview', 'changesAsked'],
  approved: ['inReview', 'approved'],
  issued: ['inReview', 'approved', 'issued'],
  obsolete: ['inReview', 'approved', 'issued', 'obsolete'],
}

describe('documents at the server', () => {
  test.each(documentStates)('from %s only what the table allows is taken, from whom it names', async from => {
    for (const to of documentStates)
      for (const person of everybody) {
        const { say, put } = aRoad()
        const thing = 'document.policy.c1@a'
        // Sent for review by somebody else than those who try.
        const moves = ways[from].map((state, at) => [
          `moves/${at}`,
          { to: state, ...(state === 'issued' && { decision: '1/QĐ', issuedOn: '2026-01-01' }) },
        ])
        await put(
          thing,
          { kind: 'policy', [`evidence/1/${sha}`]: photo, ...Object.fromEntries(moves) },
          'duc',
        )
        const value = { to, reason: 'x', decision: '2/QĐ', issuedOn: '2026-02-01' }
        const [answer] = await say(person, unitThing('document', thing), ['moves/try', value])
        const rule = documentMoves[from][to]
        const roles = staff[person].filter(({ unit }) => unit !== 'c2@a').map(({ role }) => role)
        const allowed: readonly string[] = rule ? may[rule.action] : []
        const isAllowed = roles.some(role => allowed.includes(role))
        expect([from, to, person, answer === 'ok']).toEqual([from, to, person, isAllowed])
      }
  })

  test('who sent a document for review does not approve it', async () => {
    const { say } = aRoad()
    const at = unitThing('document', 'document.policy.c1@a')
    const said = await say(
      'thao',
      at,
      ['kind', 'policy'],
      [`evidence/1/${sha}`, photo],
      ['moves/1', { to: 'inReview' }],
      ['moves/2', { to: 'approved' }],
    )
    expect(said).toEqual(['ok', 'ok', 'ok', 'held: notYourRole'])
  })

  test('nothing goes into review without a file, and an issued one is closed to changes', async () => {
    const { say, put } = aRoad()
    const at = unitThing('document', 'document.policy.c1@a')
    expect(await say('lan', at, ['kind', 'policy'], ['moves/1', { to: 'inReview' }])).toEqual([
      'ok',
      'held: incomplete',
    ])
    await put(
      at.thing,
      {
        'moves/a': { to: 'inReview' },
        'moves/b': { to: 'approved' },
        'moves/c': { to: 'issued', decision: '1', issuedOn: '2026-01-01' },
      },
      'thao',
    )
    expect(await say('lan', at, ['text/title', 'Khác'], ['read/lan', 1], ['read/minh', 1])).toEqual([
      'held: locked',
      'ok',
      'held: notYourRole',
    ])
  })
})

describe('what stands beside them', () => {
  test('settings are the province’s alone, and make sense', async () => {
    const { say } = aRoad()
    const at = { feed: '20@a/reference', type: 'settings', thing: 'settings' }
    expect(await say('hanh', at, ['dueDays/major', 10], ['dueDays/major', 0], ['other', 1])).toEqual([
      'ok',
      'held: badValue',
      'held: unknownField',
    ])
    for (const person of ['thao', 'vinh', 'nam'] as const)
      expect(await say(person, at, ['dueDays/major', 12])).toEqual(['held: notYourRole'])
  })

  test('the province begins a programme with its name, says who takes part and by when; no other does', async () => {
    const { say } = aRoad()
    const at = { feed: '20@a/reference', type: 'programme', thing: 'plan174' }
    expect(await say('hanh', at, ['surveyDueOn', '2026-12-01'])).toEqual(['held: unknownField'])
    for (const person of ['thao', 'vinh', 'nam'] as const)
      expect(await say(person, at, ['name', { vi: 'Kế hoạch' }])).toEqual(['held: notYourRole'])
    expect(await say('hanh', at, ['name', { vi: 'Kế hoạch' }], ['begunOn', '2026-11-01'])).toEqual([
      'ok',
      'ok',
    ])
    expect(
      await say(
        'hanh',
        at,
        ['surveyDueOn', '2026-12-01'],
        ['communes/c1@a', true],
        ['standard', '2015'],
        ['plan', { s01: '2026-12-01', s02: '2026-12-08' }],
        ['plan', { s01: '2026-12-09', s02: '2026-12-08' }],
        ['surveyForm', { id: 'other', version: '1' }],
      ),
    ).toEqual(['ok', 'ok', 'ok', 'ok', 'held: badValue', 'held: badValue'])
    for (const person of ['thao', 'vinh', 'nam'] as const)
      for (const said of [
        ['communes/c1@a', null],
        ['owners/s01', { roles: ['communeLeader'], office: '' }],
        ['endedOn', '2026-11-01'],
      ] as const)
        expect(await say(person, at, said)).toEqual(['held: notYourRole'])
  })

  test('a programme that has ended is not changed before it is gone on with', async () => {
    const { say } = aRoad()
    const at = { feed: '20@a/reference', type: 'programme', thing: 'plan174' }
    expect(
      await say(
        'hanh',
        at,
        ['name', { vi: 'Kế hoạch' }],
        ['endedOn', '2999-01-01'],
        ['endedOn', today],
        ['communes/c1@a', true],
        ['endedOn', null],
        ['communes/c1@a', true],
      ),
    ).toEqual(['ok', 'held: badValue', 'ok', 'held: locked', 'conflict', 'ok'])
  })

  test('minutes stand once they are confirmed by the head; only what came of a decision is added', async () => {
    const { say } = aRoad()
    const at = unitThing('managementReview', 'managementReview.a.c1@a')
    const decision = { kind: 'system', text: 'Làm', owner: 'lan', dueOn: '2026-12-01', doneOn: null }
    expect(await say('lan', at, ['confirmed', true])).toEqual(['held: notYourRole'])
    expect(await say('thao', at, ['confirmed', true])).toEqual(['held: incomplete'])
    expect(
      await say(
        'thao',
        at,
        ['on', '2026-11-20'],
        ['text/conclusion', 'Tốt'],
        ['decisions/1', decision],
        ['confirmed', true],
      ),
    ).toEqual(['ok', 'ok', 'ok', 'ok'])
    expect(
      await say(
        'lan',
        at,
        ['text/conclusion', 'Khác'],
        ['decisions/1', { ...decision, doneOn: '2026-11-25' }],
        ['decisions/1', { ...decision, text: 'Khác' }],
      ),
    ).toEqual(['held: locked', 'conflict', 'held: locked'])
  })

  test('a declaration is signed by the head, once; after that only what is done with it is added', async () => {
    const { say } = aRoad()
    const at = unitThing('declaration', 'declaration.a.c1@a')
    const signed = { procedures: [{ title: 'Khai sinh', area: '' }], signature: sha, gates: {} }
    expect(await say('lan', at, ['text/address', 'Xã'], ['signed', signed])).toEqual([
      'ok',
      'held: notYourRole',
    ])
    expect(await say('thao', at, ['signed', signed], ['signed', signed])).toEqual(['ok', 'held: locked'])
    expect(
      await say(
        'lan',
        at,
        ['text/address', 'Khác'],
        ['text/number', '01/CB'],
        ['days/postedOn', '2026-11-25'],
      ),
    ).toEqual(['held: locked', 'ok', 'ok'])
  })

  test('another commune’s head writes none of it', async () => {
    const { say } = aRoad()
    for (const [type, thing] of [
      ['document', 'document.x.c1@a'],
      ['road', 'road.p.c1@a'],
      ['managementReview', 'managementReview.a.c1@a'],
      ['declaration', 'declaration.a.c1@a'],
    ] as const)
      expect(await say('other', unitThing(type, thing), ['text/title', 'x'])).toEqual(['held: outOfScope'])
  })
})
