import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startNewEpoch } from '../../src/server/database/epoch.ts'
import { createSeatStore } from '../../src/server/database/seat-store.ts'
import { engineNames, engines, type TestDatabase } from '../support/databases.ts'

describe.each(engineNames)('numbers of seats on %s', engine => {
  let opened: TestDatabase
  beforeEach(async () => {
    opened = await engines[engine]()
  })
  afterEach(() => opened.close())

  const ask = (person: string, device: string, known?: number, database = opened.database) =>
    createSeatStore(database).seatOf({ person, device, known })

  test('each person at each tablet has one, always the same, and nobody else’s', async () => {
    const first = [await ask('lan', 't1'), await ask('minh', 't1'), await ask('lan', 't2')]
    expect(first).toEqual([1, 2, 3])
    expect([await ask('lan', 't1'), await ask('minh', 't1'), await ask('lan', 't2')]).toEqual(first)
    const again = await opened.reopen()
    expect([await ask('lan', 't2', 3, again), await ask('hoa', 't2', undefined, again)]).toEqual([3, 4])
  })

  test('are given once when many ask at the same time', async () => {
    const asked = Array.from({ length: 24 }, (_, at) => `t${at % 8}`)
    const given = await Promise.all(asked.map(device => ask('lan', device)))
    const byDevice = Map.groupBy(given, (_, at) => asked[at])
    for (const numbers of byDevice.values()) expect(new Set(numbers).size).toBe(1)
    expect([...new Set(given)].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('what a tablet takes for its number counts for nothing while the server knows better', async () => {
    await ask('lan', 't1')
    await ask('minh', 't2')
    expect(await ask('lan', 't1', 2)).toBe(1)
    expect(await ask('hoa', 't3', 2)).toBe(3)
    expect([await ask('a', 't4', 99), await ask('b', 't4', 0), await ask('c', 't4', 2 ** 60)]).toEqual([
      4, 5, 6,
    ])
  })

  test('SY11 after a restore a tablet gets the number back that the server forgot, and nobody gets it before', async () => {
    await ask('lan', 't1')
    // Given after the backup: the restored server knows nothing of 2 and 3.
    await startNewEpoch(opened.database)
    const fresh = await ask('new', 't9')
    expect(fresh).toBeGreaterThan(500)
    expect(await ask('minh', 't2', 2)).toBe(2)
    expect(await ask('hoa', 't3', 3)).toBe(3)
    expect(await ask('thief', 't4', 2)).toBe(fresh + 1)
    expect([await ask('lan', 't1', 1), await ask('minh', 't2', 2)]).toEqual([1, 2])
  })
})
