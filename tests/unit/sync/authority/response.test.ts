import { describe, expect, test } from 'vitest'
import { aCommune, results } from './a-commune.ts'

const sent = { to: 'sent' }

describe('responses on the server', () => {
  async function started() {
    const commune = aCommune()
    const lan = commune.tablet('lan')
    const officer = commune.tablet('officer', 'districtOfficer', '180@a')
    await lan.start()
    return { ...commune, lan, officer }
  }

  test('an incomplete response cannot be sent: the move is held', async () => {
    const { lan } = await started()
    expect(results(await lan.push(lan.op('moves/m1', sent)))).toEqual(['held: incomplete'])
  })

  test('answers and the sending in one push see each other, and the result is written with them', async () => {
    const { lan, entries } = await started()
    const answers = await lan.push(lan.op('answers/q1', 'yes'), lan.op('moves/m1', sent))
    expect(answers).toMatchObject([
      { result: 'ok', seq: 2 },
      { result: 'ok', seq: 3 },
    ])
    expect((await entries()).at(-1)).toMatchObject({
      field: 'results/m1',
      value: { total: 100, sections: { s1: 100 }, band: 'good' },
      author: 'system',
      seq: 4,
    })
  })

  test('the result is not written twice when the sending comes twice', async () => {
    const { lan, entries } = await started()
    const ops = [lan.op('answers/q1', 'no'), lan.op('moves/m1', sent)]
    await lan.push(...ops)
    const before = await entries()
    expect(results(await lan.push(...ops))).toEqual(['duplicate', 'duplicate'])
    expect(await entries()).toEqual(before)
    expect(before.at(-1)?.value).toMatchObject({ total: 0, band: 'weak' })
  })

  test('a result told by a tablet is held', async () => {
    const { lan } = await started()
    expect(results(await lan.push(lan.op('results/m1', { total: 100 })))).toEqual(['held: notYourRole'])
  })

  test('a move that does not follow is held', async () => {
    const { lan, officer } = await started()
    const approve = { to: 'approved' }
    expect(results(await officer.push(officer.op('moves/m1', approve)))).toEqual(['held: illegalMove'])
    await lan.push(lan.op('answers/q1', 'yes'), lan.op('moves/m2', sent))
    expect(results(await lan.push(lan.op('moves/m3', sent), lan.op('moves/m4', approve)))).toEqual([
      'held: illegalMove',
      'held: notYourRole',
    ])
    expect(results(await officer.push(officer.op('moves/m5', { to: 'returned' })))).toEqual([
      'held: reasonMissing',
    ])
    expect(results(await officer.push(officer.op('moves/m6', approve)))).toEqual(['ok'])
  })

  test('of two sendings made at once the second does not follow any more', async () => {
    const { lan, tablet } = await started()
    const minh = tablet('minh')
    await lan.push(lan.op('answers/q1', 'yes'))
    await lan.push(lan.op('moves/m1', sent))
    expect(results(await minh.push(minh.op('moves/m2', sent)))).toEqual(['held: illegalMove'])
  })

  test('an answer changed after the sending is held as locked, and taken once it was returned', async () => {
    const { lan, officer } = await started()
    await lan.push(lan.op('answers/q1', 'yes'), lan.op('moves/m1', sent))
    const late = lan.op('answers/q2', 'muộn')
    expect(results(await lan.push(late))).toEqual(['held: locked'])
    await officer.push(officer.op('moves/m2', { to: 'returned', reason: 'Thiếu ảnh' }))
    expect(results(await lan.push(late))).toEqual(['ok'])
  })

  test('a move and a comment that were made are not changed by anyone', async () => {
    const { lan, officer, valueOf } = await started()
    const comment = lan.op('comments/q1/1', { text: 'Xong' })
    const move = lan.op('moves/m1', sent)
    await lan.push(lan.op('answers/q1', 'yes'), comment, move)
    const answers = await officer.push(
      officer.op('comments/q1/1', { text: 'Chưa' }, { base: comment.id }),
      officer.op('moves/m1', { to: 'approved' }, { base: move.id }),
    )
    expect(results(answers)).toEqual(['held: locked', 'held: locked'])
    expect(await valueOf('comments/q1/1')).toEqual({ text: 'Xong' })
  })

  test('who may not fill does not fill', async () => {
    const { officer, tablet } = await started()
    const auditor = tablet('an', 'internalAuditor')
    expect(results(await officer.push(officer.op('answers/q1', 'yes')))).toEqual(['held: notYourRole'])
    expect(results(await auditor.push(auditor.op('comments/q1/1', { text: 'x' })))).toEqual([
      'held: notYourRole',
    ])
  })

  test('a response is started with a form that is there, and keeps it', async () => {
    const { tablet } = aCommune()
    const lan = tablet('lan')
    const start = (version: string) => lan.op('form', { id: 'survey', version })
    expect(results(await lan.push(start('9'), start('1'), start('1')))).toEqual([
      'held: badValue',
      'ok',
      'ok',
    ])
  })
})

test('of an anonymous form neither the person nor the tablet is kept, and what was sent twice is known again', async () => {
  const { tablet, entries, store } = aCommune()
  const lan = tablet('lan')
  const thing = 'p.citizens~ab12.c1@a'
  const ops = [
    lan.op('form', { id: 'citizens', version: '1' }, { thing }),
    lan.op('answers/q1', 'yes', { thing }),
    lan.op('moves/m1', sent, { thing }),
  ]
  expect(results(await lan.push(...ops))).toEqual(['ok', 'ok', 'ok'])
  expect(results(await lan.push(...ops))).toEqual(['duplicate', 'duplicate', 'duplicate'])
  const own = (await entries()).filter(entry => entry.thing === thing && entry.author !== 'system')
  expect(new Set(own.map(({ author }) => author))).toEqual(new Set(['anonymous']))
  const logged = await store.findLogged(ops.map(({ id }) => id))
  expect([...logged.values()].map(({ author, op }) => [author, op.device, op.seq])).toEqual(
    ops.map(() => ['anonymous', 'anonymous', 0]),
  )
})

test('a quiz is graded when it was sent, and only then does its key come out', async () => {
  const key = {
    form: 'survey',
    version: '1',
    passMark: 50,
    answers: { q1: ['yes'], q2: ['b'] },
    explanations: { q1: { vi: 'Vì sao', en: 'Why' } },
  }
  const { tablet, valueOf } = aCommune(undefined, { findKey: () => key })
  const lan = tablet('lan')
  await lan.start()
  await lan.push(lan.op('answers/q1', 'yes'), lan.op('answers/q2', 'c'))
  expect(await valueOf('results/m1')).toBe(undefined)
  await lan.push(lan.op('moves/m1', sent))
  expect(await valueOf('results/m1')).toEqual({
    total: 50,
    isPassed: true,
    passMark: 50,
    questions: {
      q1: { isRight: true, right: ['yes'], why: { vi: 'Vì sao', en: 'Why' } },
      q2: { isRight: false, right: ['b'], why: null },
    },
  })
})
