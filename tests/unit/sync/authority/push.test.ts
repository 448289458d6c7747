import { describe, expect, test } from 'vitest'
import { aCommune, results, unitFeed } from './a-commune.ts'

const plenty = { most: 100, bytes: 1_000_000 }

describe('taking ops', () => {
  test('SY3 ops get dense sequences in the order sent, and the answers come in that order', async () => {
    const { tablet, entries } = aCommune()
    const lan = tablet('lan')
    await lan.start()
    const answers = await lan.push(lan.op('answers/q1', 'yes'), lan.op('answers/q2', 'x'))
    expect(answers).toMatchObject([
      { result: 'ok', seq: 2, wins: true },
      { result: 'ok', seq: 3, wins: true },
    ])
    expect((await entries()).map(({ field, seq, author }) => [field, seq, author])).toEqual([
      ['form', 1, 'lan'],
      ['answers/q1', 2, 'lan'],
      ['answers/q2', 3, 'lan'],
    ])
  })

  test('SY3 the same push twice changes nothing', async () => {
    const { tablet, entries } = aCommune()
    const lan = tablet('lan')
    await lan.start()
    const ops = [lan.op('answers/q1', 'yes'), lan.op('answers/q2', 'x')]
    const first = await lan.push(...ops)
    const before = await entries()
    const second = await lan.push(...ops)
    expect(second).toEqual(first.map(answer => ({ ...answer, result: 'duplicate' })))
    expect(await entries()).toEqual(before)
  })

  test('SY3 a push whose first half was taken already is completed', async () => {
    const { tablet, valueOf } = aCommune()
    const lan = tablet('lan')
    await lan.start()
    const ops = [lan.op('answers/q1', 'yes'), lan.op('answers/q2', 'x')]
    await lan.push(ops[0]!)
    expect(results(await lan.push(...ops))).toEqual(['duplicate', 'ok'])
    expect(await valueOf('answers/q2')).toBe('x')
  })

  test('SY3 a duplicate says that it no longer wins once another op has the field', async () => {
    const { tablet } = aCommune()
    const lan = tablet('lan')
    await lan.start()
    const first = lan.op('answers/q2', 'a')
    await lan.push(first)
    await lan.push(lan.op('answers/q2', 'b', { base: first.id }))
    expect(await lan.push(first)).toMatchObject([{ result: 'duplicate', wins: false }])
  })

  test('SY3 two changes of one field in one request: only the last wins', async () => {
    const { tablet, valueOf } = aCommune()
    const lan = tablet('lan')
    await lan.start()
    const first = lan.op('answers/q2', 'a')
    const answers = await lan.push(first, lan.op('answers/q2', 'b', { base: first.id }))
    expect(answers).toMatchObject([
      { result: 'ok', wins: false },
      { result: 'ok', wins: true },
    ])
    expect(await valueOf('answers/q2')).toBe('b')
  })

  test('SY3 ops of several feeds come back answered in the order of the request', async () => {
    const { tablet } = aCommune()
    const officer = tablet('officer', 'districtOfficer', '180@a')
    const one = tablet('lan')
    const two = tablet('minh', 'communeOfficial', 'c2@a')
    await one.start()
    const inC2 = { feed: 'c2@a/unit', thing: 'prog.survey.c2@a' }
    await two.push(two.op('form', { id: 'survey', version: '1' }, inC2))
    const say = (id: string, given = {}) => officer.op(`comments/q1/${id}`, { text: 'Xem lại' }, given)
    const answers = await officer.push(say('1'), say('2', inC2), say('3'), say('4', { feed: 'c9@a/unit' }))
    expect(results(answers)).toEqual(['ok', 'ok', 'ok', 'held: outOfScope'])
    expect(answers).toMatchObject([{ seq: 2 }, { seq: 2 }, { seq: 3 }, {}])
  })

  test('SY4 a bad op is held and blocks nothing', async () => {
    const { tablet, store } = aCommune()
    const lan = tablet('lan')
    await lan.start()
    const bad = lan.op('answers/nosuch', 'x')
    const answers = await lan.push(lan.op('answers/q1', 'yes'), bad, lan.op('answers/q2', 'x'))
    expect(results(answers)).toEqual(['ok', 'held: unknownField', 'ok'])
    expect(await store.listHeld({ author: 'lan', feeds: [], ...plenty })).toMatchObject([
      { op: bad, author: 'lan', reason: 'unknownField' },
    ])
  })

  test('SY4 a held op is judged again when it comes again', async () => {
    const { tablet, store, valueOf } = aCommune()
    const lan = tablet('lan')
    const early = lan.op('answers/q1', 'yes')
    expect(results(await lan.push(early))).toEqual(['held: unknownField'])
    await lan.start()
    expect(results(await lan.push(early))).toEqual(['ok'])
    expect(await valueOf('answers/q1')).toBe('yes')
    expect(await store.listHeld({ author: 'lan', feeds: [unitFeed], ...plenty })).toEqual([])
  })

  test.each([
    ['a value over 64 KB', { value: 'x'.repeat(65_536) }, 'tooLarge'],
    ['a type this server does not know', { type: 'riskRegister' }, 'unknownType'],
    ['a finding of another id than findings have', { type: 'finding' }, 'otherFeed'],
    ['a type named like a property of every object', { type: 'constructor' }, 'unknownType'],
    ['working papers of auditors, by an official of the commune', { feed: 'c1@a/audit' }, 'outOfScope'],
    ['a feed that is none', { feed: 'nonsense' }, 'outOfScope'],
    ['another commune’s feed', { feed: 'c2@a/unit' }, 'outOfScope'],
    ['the district as if it were a commune', { feed: '180@a/unit' }, 'outOfScope'],
    ['the reference, which only the server writes', { feed: '20@a/reference' }, 'notYourRole'],
    ['a response of another commune in the own feed', { thing: 'prog.survey.c2@a' }, 'otherFeed'],
    ['an id with a control character', { id: 'a\u0000b' }, 'badValue'],
    ['an id as the server makes them', { id: 's.1' }, 'badValue'],
    ['a field with half a surrogate pair', { field: 'answers/\ud83d' }, 'badValue'],
    ['a field name of 201 characters', { field: 'x'.repeat(201) }, 'badValue'],
    ['a sequence that is no whole number', { seq: 1.5 }, 'badValue'],
  ])('SY4 held: %s', async (_, given, reason) => {
    const { tablet, store } = aCommune()
    const lan = tablet('lan')
    await lan.start()
    const op = lan.op('answers/q2', 'x', given)
    expect(results(await lan.push(op))).toEqual([`held: ${reason}`])
    expect((await store.listHeld({ author: 'lan', feeds: [], ...plenty })).map(held => held.op)).toEqual([op])
  })

  test('SY4 held: what an auditor writes of a type that this server does not know yet', async () => {
    const { tablet } = aCommune()
    const auditor = tablet('an', 'internalAuditor')
    const answers = await auditor.push(
      auditor.op('grade', 'minor', { feed: 'c1@a/audit', type: 'riskRegister' }),
    )
    expect(results(answers)).toEqual(['held: unknownType'])
  })

  test('SY4 a move may carry more than one answer may', async () => {
    const { tablet } = aCommune()
    const lan = tablet('lan')
    await lan.start()
    const sent = {
      answers: { q1: 'yes', q2: 'x'.repeat(20_000) },
      notes: { q1: 'y'.repeat(60_000) },
      files: {},
    }
    const answers = await lan.push(lan.op('answers/q1', 'yes'), lan.op('moves/m1', { to: 'sent', sent }))
    expect(results(answers)).toEqual(['ok', 'ok'])
  })

  test('SY2 an op id that comes with another content is held, and both stay', async () => {
    const { tablet, store, valueOf } = aCommune()
    const lan = tablet('lan')
    await lan.start()
    const op = lan.op('answers/q2', 'a')
    await lan.push(op)
    expect(results(await lan.push({ ...op, value: 'b' }))).toEqual(['held: opIdReused'])
    expect(await valueOf('answers/q2')).toBe('a')
    expect(await store.listHeld({ author: 'lan', feeds: [], ...plenty })).toHaveLength(1)
  })

  test('SY2 the same op id twice in one request with different contents: the first is taken', async () => {
    const { tablet } = aCommune()
    const lan = tablet('lan')
    await lan.start()
    const op = lan.op('answers/q2', 'a')
    expect(results(await lan.push(op, { ...op, value: 'b' }, op))).toEqual([
      'ok',
      'held: opIdReused',
      'duplicate',
    ])
  })

  test('SY2 nobody gets an answer for another person’s op', async () => {
    const { tablet } = aCommune()
    const [lan, minh] = [tablet('lan'), tablet('minh')]
    await lan.start()
    const op = lan.op('answers/q2', 'a')
    await lan.push(op)
    expect(results(await minh.push(op))).toEqual(['held: opIdReused'])
  })

  test('SY2 a cloned tablet’s work is taken, and the tablet is told to take a new device id', async () => {
    const { tablet, valueOf } = aCommune()
    const [original, clone] = [tablet('lan'), tablet('lan')]
    await original.start()
    const first = await original.sync([original.op('answers/q1', 'yes')])
    expect(first.renewDevice).toBe(false)
    const op = clone.op('answers/q2', 'from the clone', { id: 'clone-1', seq: 2 })
    const second = await clone.sync([op])
    expect(results(second.answers)).toEqual(['ok'])
    expect(second.renewDevice).toBe(true)
    expect(await valueOf('answers/q2')).toBe('from the clone')
  })

  test('SY2 after the new device id the clone’s older ops do not ask for another one', async () => {
    const { tablet } = aCommune()
    const lan = tablet('lan')
    await lan.start()
    const op = lan.op('answers/q2', 'x', { id: 'clone-1', seq: 1 })
    const { answers, renewDevice } = await lan.sync([op], { device: 'dev-new' })
    expect([results(answers), renewDevice]).toEqual([['ok'], false])
  })

  test('SY2 a retry is not mistaken for a clone', async () => {
    const { tablet } = aCommune()
    const lan = tablet('lan')
    await lan.start()
    const op = lan.op('answers/q1', 'yes')
    await lan.sync([op])
    expect((await lan.sync([op])).renewDevice).toBe(false)
  })

  test('SY9 the client’s word for the unit counts for nothing', async () => {
    const { tablet, entries } = aCommune()
    const [lan, minh] = [tablet('lan'), tablet('minh', 'communeOfficial', 'c2@a')]
    await lan.start()
    expect(results(await minh.push(minh.op('answers/q1', 'no')))).toEqual(['held: outOfScope'])
    const moved = minh.op('answers/q1', 'no', { feed: 'c2@a/unit' })
    expect(results(await minh.push(moved))).toEqual(['held: otherFeed'])
    expect((await entries()).map(({ field }) => field)).toEqual(['form'])
  })

  test('SY9 what was taken while the right stood stays taken when the answer was lost and the right is gone', async () => {
    const { tablet } = aCommune()
    const lan = tablet('lan')
    await lan.start()
    const op = lan.op('answers/q1', 'yes')
    await lan.push(op)
    const elsewhere = tablet('lan', 'communeOfficial', 'c2@a')
    expect(results(await elsewhere.push(op))).toEqual(['duplicate'])
  })

  test('SY9 one person’s outbox is not taken with another’s session', async () => {
    const { tablet, entries } = aCommune()
    const lan = tablet('lan')
    await expect(lan.sync([lan.op('form', {})], { person: 'minh' })).rejects.toThrow('another')
    expect(await entries()).toEqual([])
  })
})

test('the server’s own word needs no scope, and writing it twice is writing it once', async () => {
  const { authority, entries } = aCommune()
  const change = { type: 'unit', thing: 'c1@a', field: 'unit', value: { name: 'Hồng Phong' } }
  expect(await authority.write('20@a/reference', [change])).toBe(1)
  expect(await authority.write('20@a/reference', [change])).toBe(0)
  expect(await authority.write('20@a/reference', [{ ...change, value: { name: 'Mới' } }], 'admin')).toBe(1)
  expect(await entries('20@a/reference')).toMatchObject([{ value: { name: 'Mới' }, author: 'admin', seq: 2 }])
  await expect(authority.write(unitFeed, [change])).rejects.toThrow('another feed')
})
