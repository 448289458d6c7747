import { describe, expect, test } from 'vitest'
import { conflictField, settledField } from '../../../../src/sync/protocol/conflict.ts'
import { hlcOfMs, msOfHlc } from '../../../../src/sync/protocol/hlc.ts'
import { aCommune, noon, results } from './a-commune.ts'

const year = 365 * 86_400_000

describe('merging a field', () => {
  test('SY5 an edit after seeing a value beats it even from a slow clock', async () => {
    const { tablet, valueOf } = aCommune()
    const [lan, minh] = [tablet('lan'), tablet('minh')]
    await lan.start()
    const seen = lan.op('answers/q2', 'first')
    await lan.push(seen)
    const answers = await minh.push(
      minh.op('answers/q2', 'second', { base: seen.id, hlc: hlcOfMs(noon - 10 * year) }),
    )
    expect(answers).toMatchObject([{ result: 'ok', wins: true }])
    expect(await valueOf('answers/q2')).toBe('second')
  })

  test('SY5 a clock of the year 2090 does not poison the feed', async () => {
    const { tablet, valueOf, clock } = aCommune()
    const [lan, minh] = [tablet('lan'), tablet('minh')]
    await lan.start()
    const [answer] = await lan.push(lan.op('answers/q2', 'from 2090', { hlc: hlcOfMs(noon + 64 * year) }))
    expect(answer?.result === 'ok' && msOfHlc(answer.hlc)).toBe(noon)
    clock.ms += 1000
    await minh.push(minh.op('answers/q2', 'a second later, unseen'))
    expect(await valueOf('answers/q2')).toBe('a second later, unseen')
  })

  test.each([Number.NaN, -1, 1e300, 0.5, Number.MAX_SAFE_INTEGER])(
    'SY5 a clock that says %d stops nothing',
    async hlc => {
      const { tablet } = aCommune()
      const lan = tablet('lan')
      await lan.start()
      expect(results(await lan.push(lan.op('answers/q2', 'x', { hlc })))).toEqual(['ok'])
    },
  )

  test('SY5 of two edits that did not see each other the later one has the field, in either order', async () => {
    for (const isLateFirst of [true, false]) {
      const { tablet, valueOf } = aCommune()
      const lan = tablet('lan')
      await lan.start()
      const early = lan.op('answers/q2', 'early', { hlc: hlcOfMs(noon - 2000) })
      const late = lan.op('answers/q2', 'late', { hlc: hlcOfMs(noon - 1000) })
      for (const op of isLateFirst ? [late, early] : [early, late]) await lan.push(op)
      expect(await valueOf('answers/q2')).toBe('late')
    }
  })
})

describe('conflicts', () => {
  async function twoPeople(first: string, second: string) {
    const commune = aCommune()
    const [lan, minh] = [commune.tablet('lan'), commune.tablet('minh')]
    await lan.start()
    const a = lan.op('answers/q2', first)
    await lan.push(a)
    commune.clock.ms += 5000
    const b = minh.op('answers/q2', second)
    const answers = await minh.push(b)
    return { ...commune, lan, minh, a, b, answers }
  }

  test('SY6 two people who changed the same answer unseen: both values are kept, with names and times', async () => {
    const { answers, valueOf, a } = await twoPeople('của Lan', 'của Minh')
    expect(answers).toMatchObject([{ result: 'conflict', wins: true }])
    expect(await valueOf('answers/q2')).toBe('của Minh')
    expect(await valueOf(conflictField(a.id))).toMatchObject({
      field: 'answers/q2',
      value: 'của Lan',
      author: 'lan',
      at: noon,
    })
  })

  test('SY6 the value that came too late is kept as well', async () => {
    const { lan, valueOf } = await twoPeople('của Lan', 'của Minh')
    const late = lan.op('answers/q2', 'chậm', { hlc: hlcOfMs(noon - 1000) })
    expect(await lan.push(late)).toMatchObject([{ result: 'conflict', wins: false }])
    expect(await valueOf('answers/q2')).toBe('của Minh')
    expect(await valueOf(conflictField(late.id))).toMatchObject({
      value: 'chậm',
      author: 'lan',
      at: noon + 5000,
    })
  })

  test('SY6 a conflict names the tablets of both values, whichever of them came first', async () => {
    const { a, b, valueOf } = await twoPeople('của Lan', 'của Minh')
    expect(await valueOf(conflictField(a.id))).toMatchObject({
      value: 'của Lan',
      device: a.device,
      winner: { op: b.id, device: b.device },
    })
    expect(a.device).not.toBe(b.device)
  })

  test('SY6 the same value from two people is no conflict', async () => {
    const { answers, entries } = await twoPeople('giống', 'giống')
    expect(results(answers)).toEqual(['ok'])
    expect((await entries()).filter(({ field }) => field.startsWith('conflicts/'))).toEqual([])
  })

  test('SY6 restoring the other value is a new op on top, and no conflict', async () => {
    const { lan, b, valueOf } = await twoPeople('của Lan', 'của Minh')
    expect(await lan.push(lan.op('answers/q2', 'của Lan', { base: b.id, hlc: 1 }))).toMatchObject([
      { result: 'ok', wins: true },
    ])
    expect(await valueOf('answers/q2')).toBe('của Lan')
  })

  test('SY6 whoever writes the response may settle a conflict; others, and other words, may not', async () => {
    const { tablet, lan, a, valueOf } = await twoPeople('của Lan', 'của Minh')
    const auditor = tablet('an', 'internalAuditor')
    const field = settledField(a.id)
    expect(results(await auditor.push(auditor.op(field, true)))).toEqual(['held: notYourRole'])
    const answers = await lan.push(
      lan.op(field, 'yes'),
      lan.op(settledField('nosuch'), true),
      lan.op(field, true),
    )
    expect(results(answers)).toEqual(['held: badValue', 'held: unknownField', 'ok'])
    expect(await valueOf(field)).toBe(true)
  })

  test('SY6 nobody but the server writes down a conflict', async () => {
    const { lan } = await twoPeople('a', 'b')
    expect(results(await lan.push(lan.op('conflicts/x', { field: 'answers/q2' })))).toEqual([
      'held: notYourRole',
    ])
  })

  test('SY6 five edits made offline against one other value leave one open question, not five', async () => {
    const { lan, minh, b, clock, entries, valueOf } = await twoPeople('của Lan', 'của Minh')
    const chain = [minh.op('answers/q2', '1', { base: b.id })]
    clock.ms += 1000
    await lan.push(lan.op('answers/q2', 'trước', { base: b.id }))
    for (let at = 2; at <= 5; at++)
      chain.push(minh.op('answers/q2', `${at}`, { base: chain.at(-1)!.id, hlc: hlcOfMs(noon - 1000) + at }))
    chain[0] = { ...chain[0]!, hlc: hlcOfMs(noon - 1000) }
    await minh.push(...chain)
    const open = (await entries()).filter(
      ({ field, author }) => field.startsWith('conflicts/') && author === 'system',
    )
    const unsettled = []
    for (const { field, value } of open)
      if ((await valueOf(field.replace('conflicts/', 'settled/'))) !== true) unsettled.push(value)
    expect(unsettled).toMatchObject([{ value: 'của Lan' }, { value: '5', author: 'minh' }])
  })

  test('SY6 photos and comments of two people never clash', async () => {
    const { lan, minh } = await twoPeople('a', 'a')
    const photo = { type: 'image/jpeg', size: 10, width: 1, height: 1, thumb: null }
    const [x, y] = ['a'.repeat(64), 'b'.repeat(64)]
    expect(
      results([
        ...(await lan.push(lan.op(`evidence/q1/${x}`, photo), lan.op('comments/q1/1', { text: 'một' }))),
        ...(await minh.push(minh.op(`evidence/q1/${y}`, photo), minh.op('comments/q1/2', { text: 'hai' }))),
      ]),
    ).toEqual(['ok', 'ok', 'ok', 'ok'])
  })
})
