import { expect, test } from 'vitest'
import { fetchHeldElsewhere } from '../../../../src/client/app/held-elsewhere.ts'
import type { Question } from '../../../../src/client/network/ask-server.ts'

const held = (id: string, author: string, more: object = {}) => ({
  op: { id, feed: 'c1@a/unit', thing: 't', field: 'answers/q' },
  author,
  at: 5,
  reason: 'locked',
  ...more,
})

/** A server that has these pages, the newest first. */
function aServer(pages: readonly object[]) {
  const asked: string[] = []
  const ask = async ({ path }: Question) => {
    asked.push(path)
    const page = pages[asked.length - 1]
    const response = page ? Response.json(page) : new Response('', { status: 503 })
    return { type: 'heard' as const, response }
  }
  return { asked, ask }
}

test('SY4 a page that has others’ changes ends there, and tells how to go on', async () => {
  const { ask, asked } = aServer([{ held: [held('a', 'minh'), held('b', 'lan')], older: 3, next: '5-aa' }])
  const list = await fetchHeldElsewhere({ ask }, { person: 'lan', before: undefined })
  expect(list?.held.map(({ op }) => op.id)).toEqual(['a'])
  expect([list?.older, list?.next, asked]).toEqual([3, '5-aa', ['/api/held']])
})

test('SY4 pages of nothing but the own ones are put together until others come or they end', async () => {
  const said = { note: 'Gửi lại', by: 'vinh', at: 9 }
  const { ask, asked } = aServer([
    { held: [held('c', 'lan', { asked: said })], older: 2, next: '5-cc' },
    { held: [held('b', 'lan', { settled: { ...said, result: 'dismissed' } })], older: 1, next: '5-bb' },
    { held: [held('a', 'lan')], older: 0 },
  ])
  const list = await fetchHeldElsewhere({ ask }, { person: 'lan', before: undefined })
  expect(asked).toEqual(['/api/held', '/api/held?before=5-cc', '/api/held?before=5-bb'])
  expect(list).toMatchObject({ held: [], older: 0 })
  expect(list?.next).toBeUndefined()
  expect([list?.asked.get('c'), list?.settled.get('b')?.result]).toEqual([said, 'dismissed'])
})

test('a cut on the way keeps what was heard; no answer at all is none', async () => {
  const { ask } = aServer([{ held: [held('c', 'lan')], older: 2, next: '5-cc' }])
  const list = await fetchHeldElsewhere({ ask }, { person: 'lan', before: undefined })
  expect(list).toMatchObject({ held: [], older: 2, next: '5-cc' })
  expect(await fetchHeldElsewhere({ ask }, { person: 'lan', before: '5-cc' })).toBeUndefined()
})

test('a server before pages lists what it has', async () => {
  const { ask } = aServer([{ held: [held('a', 'minh')] }])
  const list = await fetchHeldElsewhere({ ask }, { person: 'lan', before: undefined })
  expect([list?.held.length, list?.older, list?.next]).toEqual([1, 0, undefined])
})
