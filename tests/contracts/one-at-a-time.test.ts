import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createOneAtATime } from '../../src/server/database/one-at-a-time.ts'
import { engineNames, engines, type TestDatabase } from '../support/databases.ts'

const tick = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 5))

function aWorkshop() {
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
  return { seen, work }
}

describe.each(engineNames)('on %s', engine => {
  let opened: TestDatabase
  beforeEach(async () => {
    opened = await engines[engine]()
  })
  afterEach(() => opened.close())

  test('work with one key goes one by one, in order, past work that failed; another key does not wait', async () => {
    const oneAtATime = createOneAtATime(opened.database)
    const { seen, work } = aWorkshop()
    const b1 = Promise.withResolvers<void>()
    const results = await Promise.allSettled([
      // Ends only after the other key's work has begun: it does not wait for this one.
      oneAtATime('a', async () => {
        const result = await work('a1')()
        await b1.promise
        return result
      }),
      oneAtATime('a', work('a2', true)),
      oneAtATime('b', async () => {
        b1.resolve()
        return await work('b1')()
      }),
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
  })
})

describe('two server processes on one PostgreSQL', () => {
  let opened: TestDatabase
  beforeEach(async () => {
    opened = await engines.postgres()
  })
  afterEach(() => opened.close())

  test('never do work with one key at the same time', async () => {
    const { seen, work } = aWorkshop()
    const processes = [opened.database, await opened.openSecond()].map(createOneAtATime)
    await Promise.all(
      Array.from({ length: 12 }, (_, at) => processes[at % 2]!('a', work(`${at}`)).catch(() => undefined)),
    )
    const names = seen.map(line => line.split(' ')[0])
    expect(names).toHaveLength(24)
    for (let at = 0; at < names.length; at += 2) expect(names[at]).toBe(names[at + 1])
  })

  test('get on with much more work at once than there are connections', async () => {
    const processes = [opened.database, await opened.openSecond()]
    const done = await Promise.all(
      Array.from({ length: 60 }, (_, at) => {
        const { db } = processes[at % 2]!
        return createOneAtATime(processes[at % 2]!)(`key ${at % 7}`, () =>
          db.selectFrom('meta').selectAll().execute(),
        )
      }),
    )
    expect(done).toHaveLength(60)
  })
})
