import { expect, test } from 'vitest'
import { groupWaiting } from '../../../../src/client/features/sync-status/group-waiting.ts'

const hash = (sign: string) => sign.repeat(64)
const photo = (thumb: string | null) => ({ type: 'image/jpeg', size: 9, width: 4, height: 3, thumb })
const named = { thing: 't1', feed: 'c1@a/unit', type: 'response' }
const file = (sha256: string, size: number) => ({ sha256, size })

test('what waits is told by thing: its changes, and of each photo what has not gone', () => {
  const other = { ...named, thing: 't2' }
  const waiting = groupWaiting({
    ops: [named, named, other],
    files: [file(hash('b'), 10), file(hash('a'), 900), file(hash('c'), 700)],
    evidence: [
      { ...named, field: `evidence/q1/${hash('a')}`, value: photo(hash('b')) },
      { ...named, field: `evidence/q2/${hash('c')}`, value: photo(hash('d')) },
      { ...named, field: `evidence/q3/${hash('e')}`, value: photo(hash('f')) },
    ],
  })
  expect(waiting.unnamed).toEqual([])
  expect(waiting.things).toMatchObject([
    { thing: 't1', changes: 2, files: [{ question: 'q1' }, { question: 'q2' }] },
    { thing: 't2', changes: 1, files: [] },
  ])
  const [first, second] = waiting.things[0]?.files ?? []
  expect(first?.unsent).toEqual([file(hash('b'), 10), file(hash('a'), 900)])
  expect(second?.unsent).toEqual([file(hash('c'), 700)])
})

test('a thing of which only photos wait is there too, and a photo that was removed is not forgotten', () => {
  const waiting = groupWaiting({
    ops: [],
    files: [file(hash('a'), 900), file(hash('z'), 50)],
    evidence: [
      { ...named, field: `evidence/q1/${hash('a')}`, value: photo(null) },
      { ...named, field: `evidence/q1/${hash('z')}`, value: null },
    ],
  })
  expect(waiting.things).toMatchObject([{ thing: 't1', changes: 0, files: [{ sha256: hash('a') }] }])
  expect(waiting.unnamed).toEqual([file(hash('z'), 50)])
})
