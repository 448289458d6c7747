import { setImmediate as otherWork } from 'node:timers/promises'
import type { Directory } from '../../../domain/people/directory.ts'
import { createScope } from '../../../domain/people/scope.ts'
import type { Services } from '../environment.ts'
import { entitySets } from './entity-sets.ts'
import type { FeedWorld } from './feed-world.ts'

/**
 * Makes once what the feed counts and judges, so that the first who asks a server that has just begun need not wait for it.
 * Nothing of it is told to anybody here; who may have it is asked at each request. Gives how many rows there are; where
 * nobody has a read token that counts, nothing is made and there are none.
 */
export async function warmFeed(
  { accounts, readTokens, clock, dayOf }: Services,
  {
    readDirectory,
    feedWorld,
  }: { readonly readDirectory: () => Promise<Directory>; readonly feedWorld: FeedWorld },
  signal: AbortSignal,
): Promise<number> {
  const now = clock()
  if (!(await hasReaders())) return 0
  const directory = await readDirectory()
  const everything = directory.tree.units
    .filter(({ parent }) => parent === null)
    .map(({ id, from }) => ({
      id: 'all',
      person: '',
      role: 'provinceCoordinator' as const,
      unit: id,
      from,
      to: null,
    }))
  const scope = createScope(everything, directory.tree, dayOf(now))
  const world = { ...feedWorld(scope, directory), mayMatch: () => true }
  let rows = 0
  for (const set of entitySets) {
    if (set.count) rows += await set.count(world, signal)
    else
      for await (const batch of set.read(world, undefined)) {
        if (signal.aborted) return rows
        rows += batch.length
        await otherWork()
      }
  }
  return rows

  async function hasReaders(): Promise<boolean> {
    for (const { person } of await accounts.list())
      if ((await readTokens.listOf(person)).some(({ expiresAt }) => expiresAt > now)) return true
    return false
  }
}
