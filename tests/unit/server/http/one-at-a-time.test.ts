import { expect, test } from 'vitest'
import { createOneAtATime } from '../../../../src/server/http/one-at-a-time.ts'

const tick = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 1))

test('work with one key goes one by one, in order, past work that failed; another key does not wait', async () => {
  const oneAtATime = createOneAtATime()
  const seen: string[] = []
  const work =
    (name: string, fails = false) =>
    async (): Promise<string> => {
      seen.push(`${name} begins`)
      await tick()
      seen.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    }
  const results = await Promise.allSettled([
    oneAtATime('a', work('a1')),
    oneAtATime('a', work('a2', true)),
    oneAtATime('b', work('b1')),
    oneAtATime('a', work('a3')),
  ])
  expect(results.map(result => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([
    'a1',
    'failed',
    'b1',
    'a3',
  ])
  expect(seen.filter(line => line.startsWith('a'))).toEqual([
    'a1 begins',
    'a1 ends',
    'a2 begins',
    'a2 ends',
    'a3 begins',
    'a3 ends',
  ])
  expect(seen.indexOf('b1 begins')).toBeLessThan(seen.indexOf('a1 ends'))
})
