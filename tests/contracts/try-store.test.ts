import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTryStore } from '../../src/server/database/try-store.ts'
import { engineNames, engines, type TestDatabase } from '../support/databases.ts'

const limits = { free: 3, firstMs: 10, longestMs: 100 }
const allow = (key: string) => [{ key, ...limits }]

describe.each(engineNames)('failed tries on %s', engine => {
  let opened: TestDatabase
  beforeEach(async () => {
    opened = await engines[engine]()
  })
  afterEach(() => opened.close())

  test('cost nothing at first, then ever more, up to a limit', async () => {
    const tries = createTryStore(opened.database)
    const waits: number[] = []
    let now = 0
    for (let at = 0; at < 8; at++) {
      expect(await tries.take(allow('a'), now)).toBe(0)
      const wait = await tries.take(allow('a'), now)
      // Below the limit the second one was a try as well.
      if (wait > 0) waits.push(wait)
      now += wait
    }
    expect(waits).toEqual([10, 20, 40, 80, 100, 100, 100])
    expect(await tries.take(allow('b'), now)).toBe(0)
  })

  test('count for all keys or for none: who has to wait for one uses up no try of another', async () => {
    const tries = createTryStore(opened.database)
    for (let at = 0; at < 3; at++) await tries.take(allow('name'), 0)
    for (let at = 0; at < 5; at++)
      expect(await tries.take([...allow('address'), ...allow('name')], 0)).toBe(10)
    for (let at = 0; at < 3; at++) expect(await tries.take(allow('address'), 0)).toBe(0)
    expect(await tries.take(allow('address'), 0)).toBe(10)
  })

  test('are forgotten after a success, or an hour of peace', async () => {
    const tries = createTryStore(opened.database)
    const failThrice = async (now: number) => {
      for (let at = 0; at < 3; at++) await tries.take(allow('a'), now)
    }
    await failThrice(0)
    await tries.forget('a')
    expect(await tries.take(allow('a'), 0)).toBe(0)
    await failThrice(0)
    expect(await tries.take(allow('a'), 0)).toBeGreaterThan(0)
    expect(await tries.take(allow('a'), 3_600_000)).toBe(0)
    expect(await tries.take(allow('a'), 3_600_000)).toBe(0)
  })

  test('that turned out well are taken back', async () => {
    const tries = createTryStore(opened.database)
    for (let at = 0; at < 20; at++) {
      expect(await tries.take(allow('a'), 0)).toBe(0)
      await tries.takeBack('a')
    }
    await tries.takeBack('nobody')
    expect(await tries.take(allow('nobody'), 0)).toBe(0)
  })

  test('leave neither name nor address behind, and nothing at all after an hour', async () => {
    const tries = createTryStore(opened.database)
    await tries.take([...allow('name mật khẩu gõ nhầm'), ...allow('address 10.0.0.1')], 0)
    const rows = () => opened.database.db.selectFrom('tries').selectAll().execute()
    expect((await rows()).map(({ key }) => key)).toEqual([
      expect.stringMatching(/^[\da-f]{64}$/u),
      expect.stringMatching(/^[\da-f]{64}$/u),
    ])
    await tries.removeStale(3_599_999)
    expect(await rows()).toHaveLength(2)
    await tries.removeStale(3_600_000)
    expect(await rows()).toEqual([])
  })
})

test('guesses that come at once at two server processes are counted one by one', async () => {
  const opened = await engines.postgres()
  const processes = [createTryStore(opened.database), createTryStore(await opened.openSecond())]
  const waits = await Promise.all(
    Array.from({ length: 30 }, (_, at) =>
      processes[at % 2]!.take([...allow(`name ${at}`), ...allow('address')], 0),
    ),
  )
  expect(waits.filter(wait => wait === 0)).toHaveLength(3)
  await opened.close()
})
