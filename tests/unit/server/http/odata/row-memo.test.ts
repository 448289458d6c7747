import { expect, test } from 'vitest'
import { createRowMemo, type Stamp } from '../../../../../src/server/http/odata/row-memo.ts'

const tree = {} as Stamp['tree']
const aStamp = (given: Partial<Stamp> = {}): Stamp => ({ feed: 'a/unit', made: '1', tree, ...given })

test('what was made is found again while nothing that it was made of has changed', () => {
  const memo = createRowMemo()
  memo.keep('Findings 0', aStamp(), ['x'], 1)
  expect(memo.find('Findings 0', aStamp())).toEqual(['x'])
  expect(memo.find('Findings 1', aStamp())).toBeUndefined()
  expect(memo.find('Findings 0', aStamp({ feed: 'b/unit' }))).toBeUndefined()
  expect(memo.find('Findings 0', aStamp({ tree: {} as Stamp['tree'] }))).toBeUndefined()
  // Nobody asks for what was there before.
  expect(memo.find('Findings 0', aStamp())).toBeUndefined()
  memo.keep('Findings 0', aStamp(), ['x'], 1)
  expect(memo.find('Findings 0', aStamp({ made: '2' }))).toBeUndefined()
})

test('it holds so many rows and no more: what was asked for longest ago goes first', () => {
  const memo = createRowMemo({ most: 10, mostOfOne: 6 })
  memo.keep('s', aStamp({ feed: 'a' }), 'a', 3)
  memo.keep('s', aStamp({ feed: 'b' }), 'b', 3)
  expect(memo.find('s', aStamp({ feed: 'a' }))).toBe('a')
  memo.keep('s', aStamp({ feed: 'c' }), 'c', 4)
  const kept = () => ['a', 'b', 'c', 'd'].filter(feed => memo.find('s', aStamp({ feed })) !== undefined)
  expect(kept()).toEqual(['a', 'c'])
  memo.keep('s', aStamp({ feed: 'd' }), 'd', 6)
  expect(kept()).toEqual(['a', 'c'])
  // Again and again the same takes its room once.
  for (let round = 0; round < 20; round++) memo.keep('s', aStamp({ feed: 'a' }), 'a', 3)
  expect(kept()).toEqual(['a', 'c'])
})
