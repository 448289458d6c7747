import { expect, test } from 'vitest'
import { createReferenceMark } from '../../../../../src/server/http/odata/reference-mark.ts'
import type { EntryStore, FeedHead } from '../../../../../src/sync/authority/entry-store.ts'
import type { Entry } from '../../../../../src/sync/protocol/op.ts'

/** A reference feed that is written to; its pages have two entries. */
function aFeed() {
  const log: Entry[] = []
  let epoch = 'e1'
  const readAfter: EntryStore['readAfter'] = async (_, after) => {
    const later = log.filter(({ seq }) => seq > after)
    return { head: head(), entries: later.slice(0, 2), bytes: 0, more: later.length > 2 }
  }
  const head = (): FeedHead => ({
    feed: 'r',
    epoch,
    head: log.length,
    count: 0,
    checksum: 0,
    chain: `c${log.length}`,
  })
  const mark = createReferenceMark({ readAfter }, 'r')
  return {
    write: (...types: string[]) => {
      for (const type of types) log.push({ type, seq: log.length + 1 } as Entry)
    },
    restore: () => {
      epoch = 'e2'
    },
    head,
    markAt: mark,
    mark: () => mark(head()),
  }
}

test('people and passwords leave the mark as it is, whatever else makes another', async () => {
  const feed = aFeed()
  feed.write('unit', 'person')
  const first = await feed.mark()
  expect(await feed.mark()).toBe(first)
  feed.write('person', 'person', 'person', 'person', 'person')
  expect(await feed.mark()).toBe(first)
  for (const type of ['unit', 'programme', 'form', 'settings', 'something new']) {
    const before = await feed.mark()
    feed.write('person', 'person', type, 'person')
    const after = await feed.mark()
    expect(after, type).not.toBe(before)
    feed.write('person')
    expect(await feed.mark()).toBe(after)
  }
})

test('SY11 after a restore it is another one, though the feed is as long as before', async () => {
  const feed = aFeed()
  feed.write('unit', 'person')
  const before = await feed.mark()
  feed.restore()
  expect(await feed.mark()).not.toBe(before)
})

test('who asks with an older head is not told of later changes, nor keeps others from them', async () => {
  const feed = aFeed()
  feed.write('unit')
  const older = feed.head()
  const first = await feed.mark()
  feed.write('programme')
  const [late, now] = await Promise.all([feed.markAt(older), feed.mark()])
  expect(late).toBe(first)
  expect(now).not.toBe(first)
  expect(await feed.mark()).toBe(now)
})
