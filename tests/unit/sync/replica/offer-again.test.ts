import { describe, expect, test } from 'vitest'
import { createReplica } from '../../../../src/sync/replica/replica.ts'
import { createScope } from '../../../../src/domain/people/scope.ts'
import { findingFields } from '../../../../src/domain/audits/finding-fields.ts'
import { settlementField, settlementThing } from '../../../../src/sync/protocol/settlement-name.ts'
import type { HeldReason, WireEntry } from '../../../../src/sync/protocol/wire.ts'
import { createMemoryReplicaStore } from '../../../contracts/replica-store-memory.ts'
import { seededRandom } from '../../../support/seeded-random.ts'
import { noon, today, tree } from '../authority/a-commune.ts'
import {
  anAudit,
  audit,
  begun,
  directory,
  drafts,
  drawn,
  fieldwork,
  finding,
  head,
  part,
  photo,
  plan,
  planned,
  report,
  requestOf,
  sha,
  signed,
  staff,
  unit,
  type Name,
  type Said,
} from '../authority/an-audit.ts'
import { aChange, anEntry, answered, aPage, aReplica, asEntry, wins, without, yes } from './a-replica.ts'

const holds = (reason: HeldReason) => () => answered({ answers: [{ result: 'held', reason }] })
const news = (field = 'form') => answered({ pages: [aPage([anEntry(1, field)])] })

describe('SY4 an op that was held', () => {
  test.each(['illegalMove', 'incomplete', 'unknownField'] as const)(
    'as %s is offered again when something new has come of its thing, and shows as waiting',
    async reason => {
      const { replica, store, requests, values } = aReplica(
        holds(reason),
        () => news(),
        ({ ops }) => answered({ answers: wins(ops, 2) }),
      )
      await store.save([aChange('answers/q1', 'mine')])
      await replica.syncOnce()
      expect([(await store.listHeld()).length, await values()]).toEqual([1, {}])
      await replica.syncOnce()
      expect(requests.map(({ ops }) => ops.length)).toEqual([1, 0, 1])
      expect(requests[2]?.ops).toEqual(requests[0]?.ops)
      expect(await store.listHeld()).toEqual([])
      expect(await values()).toEqual({ form: 'theirs', 'answers/q1': 'mine' })
    },
  )

  test.each(['notYourRole', 'locked', 'badValue', 'outOfScope', 'tooLarge', 'opIdReused'] as const)(
    'as %s stays with the person: nothing that others send cures it',
    async reason => {
      const { replica, store, requests } = aReplica(holds(reason), () => news(), yes)
      await store.save([aChange('answers/q1', 'mine')])
      await replica.syncOnce()
      await replica.syncOnce()
      expect(requests.map(({ ops }) => ops.length)).toEqual([1, 0])
      expect(await store.listHeld()).toHaveLength(1)
    },
  )

  test('because the server had lost the form is offered again when the form is published anew', async () => {
    const head: WireEntry = [1, 'form', 'form.t@1', 'head', 'x', 1, 'f1', 'tinh', 1]
    const { replica, store, requests } = aReplica(
      ({ ops }) => {
        const reasons = { form: 'badValue', 'answers/q1': 'unknownField', 'notes/q1': 'badValue' } as const
        const why = ops.map(({ field }) => reasons[field as keyof typeof reasons])
        return answered({ answers: why.map(reason => ({ result: 'held' as const, reason })) })
      },
      () => answered({ pages: [aPage([head], { feed: '20@a/reference' })] }),
      ({ ops }) => answered({ answers: wins(ops) }),
    )
    await store.save([aChange('form', 't@1'), aChange('answers/q1', 'mine'), aChange('notes/q1', 7)])
    for (let sync = 0; sync < 2; sync++) await replica.syncOnce()
    expect(requests.map(({ ops }) => ops.map(({ field }) => field))).toEqual([
      ['form', 'answers/q1', 'notes/q1'],
      [],
      ['form', 'answers/q1'],
    ])
    expect((await store.listHeld()).map(({ op }) => op.field)).toEqual(['notes/q1'])
  })

  test('SY11 is offered again when what it needs comes back to a restored server, though this tablet had it', async () => {
    const formAt = (seq: number): WireEntry => [seq, 'response', 't1', 'form', 'x', 1, 'op-form', 'minh', 1]
    const other: WireEntry = [1, 'response', 't2', 'form', 'x', 1, 'op-other', 'minh', 1]
    const begun = aPage([other], { epoch: 'e2', head: 2, more: true })
    // The other tablet has brought the form while this one was pulling from zero.
    const ended = { ...aPage([other, formAt(2)], { epoch: 'e2' }), entries: [formAt(2)] }
    const held = [{ result: 'held', reason: 'unknownField' }] as const
    const { replica, store, requests } = aReplica(
      () => answered({ pages: [aPage([formAt(1)])] }),
      () => answered({ answers: held, pages: [begun], epoch: 'e2' }),
      () => answered({ answers: held, pages: [ended] }),
      ({ ops }) => answered({ answers: wins(ops, 3) }),
    )
    await replica.syncOnce()
    await store.save([aChange('answers/q1', 'mine')])
    await replica.syncOnce()
    expect(requests.map(({ ops }) => ops.length)).toEqual([0, 1, 1, 1])
    expect(await store.listHeld()).toEqual([])
  })

  test('and that a reviewer has settled is not offered again by itself, and stays with its person', async () => {
    const settled = () => {
      const [op] = requests[0]?.ops ?? []
      if (!op) throw new Error('nothing was offered')
      const field = settlementField({ op: op.id, author: 'lan' })
      const value = { result: 'dismissed', note: 'đã nhập lại' }
      return asEntry(1, { ...op, id: 's1', type: 'heldWork', thing: settlementThing(op.feed), field, value })
    }
    const { replica, store, requests } = aReplica(
      holds('illegalMove'),
      () => answered({ pages: [aPage([settled()])] }),
      () => answered({ pages: [aPage([settled(), anEntry(2, 'form'), anEntry(3, 'notes/q1')])] }),
    )
    await store.save([aChange('answers/q1', 'mine')])
    for (let sync = 0; sync < 3; sync++) await replica.syncOnce()
    expect(requests.map(({ ops }) => ops.length)).toEqual([1, 0, 0])
    expect(await store.listHeld()).toHaveLength(1)
  })

  test('and is held again waits for the next change: it is offered once for each, and never lost', async () => {
    const { replica, store, requests } = aReplica(
      holds('illegalMove'),
      () => news('form'),
      holds('illegalMove'),
      () => answered(),
      () => answered({ pages: [aPage([anEntry(1, 'form'), anEntry(2, 'notes/q1')])] }),
      holds('illegalMove'),
      () => answered(),
    )
    await store.save([aChange('answers/q1', 'mine')])
    for (let sync = 0; sync < 6; sync++) await replica.syncOnce()
    expect(requests.map(({ ops }) => ops.length)).toEqual([1, 0, 1, 0, 0, 1, 0, 0])
    expect(await store.listHeld()).toMatchObject([{ reason: 'illegalMove', op: { value: 'mine' } }])
    expect(await store.countWaiting()).toBe(0)
  })

  test('stays where it is when the news are of another thing, or none at all', async () => {
    const entry = anEntry(1, 'form')
    const other = aPage([[entry[0], entry[1], 't2', ...entry.slice(3)] as unknown as typeof entry])
    const { replica, store, requests } = aReplica(
      holds('illegalMove'),
      () => answered({ pages: [other] }),
      () => answered({ pages: [] }),
    )
    await store.save([aChange('answers/q1', 'mine')])
    for (let sync = 0; sync < 3; sync++) await replica.syncOnce()
    expect(requests.map(({ ops }) => ops.length)).toEqual([1, 0, 0])
    expect(await store.listHeld()).toHaveLength(1)
  })

  test('stays when the person has let go of it, or has written the field anew', async () => {
    const { replica, store, requests } = aReplica(
      holds('unknownField'),
      ({ ops }) => {
        const page = aPage([anEntry(1, 'form'), ...ops.map(op => asEntry(2, op))])
        return answered({ answers: wins(ops, 2), pages: [without(page, ops)] })
      },
      () => answered(),
    )
    await store.save([aChange('answers/q1', 'first thought')])
    await replica.syncOnce()
    await store.save([aChange('answers/q1', 'second thought')])
    await replica.syncOnce()
    expect(requests.map(({ ops }) => ops.length)).toEqual([1, 1])
    expect(await store.listHeld()).toMatchObject([{ op: { value: 'first thought' } }])

    const settled = aReplica(holds('unknownField'), () => news(), yes)
    await settled.store.save([aChange('answers/q1', 'mine')])
    await settled.replica.syncOnce()
    await settled.store.update(async transaction =>
      transaction.hold((await transaction.listHeld()).map(record => ({ ...record, settledAt: 5 }))),
    )
    await settled.replica.syncOnce()
    expect(settled.requests.map(({ ops }) => ops.length)).toEqual([1, 0])
  })
})

/** A tablet of one of the people of an audit, and its way to the real authority. */
function aTablet({ authority, clock }: ReturnType<typeof anAudit>, person: Name, seed: number) {
  const chance = seededRandom(seed)
  const store = createMemoryReplicaStore({
    clock: () => clock.ms,
    random: count => Uint8Array.from({ length: count }, () => chance.below(256)),
    person,
  })
  const speaker = { person, scope: createScope(staff[person], tree, today), directory }
  const sizes: number[] = []
  const replica = createReplica({
    store,
    clock: () => clock.ms,
    person,
    server: {
      async exchange(request) {
        sizes.push(request.ops.length)
        return { type: 'answered', response: await authority.sync(speaker, request) }
      },
    },
  })
  const save = (type: string, feedClass: 'audit' | 'unit', thing: string, ...said: readonly Said[]) =>
    store.save(said.map(([field, value]) => ({ feed: `${unit}/${feedClass}`, type, thing, field, value })))
  const heldReasons = async () => (await store.listHeld()).map(({ reason }) => reason)
  return { store, replica, save, heldReasons, sizes }
}

describe('SY4 with the real authority', () => {
  const picture: Said = [findingFields.evidence('signature', sha('c')), photo]
  const accepted: Said = [findingFields.move('m1'), { to: 'accepted', signature: sha('c') }]

  test('what the commune’s head signed on the auditors’ tablet is taken once the lead’s work has come', async () => {
    const world = anAudit()
    await world.say('nam', 'audit', audit, ...plan, planned, begun, ...fieldwork, ...drafts)
    const [lead, leader] = [aTablet(world, 'nam', 1), aTablet(world, 'thao', 2)]
    await leader.save('finding', 'unit', finding('4-1'), picture, accepted)
    await leader.replica.syncOnce()
    expect(await leader.heldReasons()).toEqual(['illegalMove', 'illegalMove'])
    // Nothing has come: it is not offered at every sync.
    await leader.replica.syncOnce()
    expect(leader.sizes).toEqual([2, 0])

    await lead.save('audit', 'audit', audit, drawn, signed)
    await lead.save('auditReport', 'unit', report, part, head)
    await lead.save('finding', 'unit', finding('4-1'), requestOf('4-1'))
    await lead.replica.syncOnce()
    expect(await lead.heldReasons()).toEqual([])
    await leader.replica.syncOnce()
    expect(leader.sizes).toEqual([2, 0, 0, 2])
    expect(await leader.heldReasons()).toEqual([])
    const { state, moves } = await world.readFinding(finding('4-1'))
    expect([state, moves[0]?.author]).toEqual(['accepted', 'thao'])
  })

  test('a report that was signed before the other auditor’s verdicts had come is issued by itself after them', async () => {
    const world = anAudit()
    await world.say('nam', 'audit', audit, ...plan, planned, begun)
    const [lead, other] = [aTablet(world, 'nam', 1), aTablet(world, 'van', 2)]
    await other.replica.syncOnce()
    await lead.replica.syncOnce()
    await lead.save('audit', 'audit', audit, ...drafts, drawn, signed)
    await lead.save('auditReport', 'unit', report, part, head)
    await lead.save('finding', 'unit', finding('4-1'), requestOf('4-1'))
    await lead.replica.syncOnce()
    expect(await lead.heldReasons()).toEqual(['incomplete', 'illegalMove', 'illegalMove', 'illegalMove'])

    world.clock.ms = noon + 60_000
    await other.save('audit', 'audit', audit, ...fieldwork)
    await other.replica.syncOnce()
    await lead.replica.syncOnce()
    expect(await lead.heldReasons()).toEqual([])
    expect((await world.readAudit()).state).toBe('signed')
    expect((await world.readReport()).head?.lead).toBe('nam')
    expect((await world.readFinding(finding('4-1'))).state).toBe('raised')
  })
})
