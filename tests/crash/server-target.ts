import { setTimeout as sleep } from 'node:timers/promises'
import { seededRandom } from '../support/seeded-random.ts'
import { startServer } from '../support/start-server.ts'
import { waitUntil } from '../support/wait-until.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { createPowerDisk } from './power-disk.ts'
import { createWriter } from './server-writer.ts'
import type { CrashGiven, Tally } from './tally.ts'

const writers = [
  { username: 'khanhlong', commune: '05998' },
  { username: 'caominh', commune: '06010' },
  { username: 'baolam', commune: '06190' },
  { username: 'baolam', commune: '06190' },
] as const

const preload = `--import=${new URL('without-durability.ts', import.meta.url).href}`

/** Kills the real server again and again under the load of real tablets, and counts what it had acknowledged and lost. */
export async function crashServer({ kills, seed, power, isDurable, onKill }: CrashGiven): Promise<Tally> {
  const random = seededRandom(seed).next
  const disk = power ? createPowerDisk(512) : undefined
  const dataDir = disk ? `${disk.folder}/data` : makeTempFolder('crash')
  const server = await startServer({
    dataDir,
    env: isDurable ? {} : { NODE_OPTIONS: preload },
  })
  try {
    const tablets = writers.map(writer => createWriter({ ...writer, origin: server.origin, random }))
    const sum = (count: (tablet: (typeof tablets)[number]) => number): number =>
      tablets.reduce((total, tablet) => total + count(tablet), 0)
    // Seeding is not what is tried here: the disk has it before the first cut.
    disk?.flush()
    for (let done = 0; done < kills; done++) {
      const ending = new AbortController()
      const writing = tablets.map(tablet => tablet.write(ending.signal).catch((error: unknown) => error))
      const before = sum(tablet => tablet.acknowledged())
      const least = before + Math.floor(random() * 60)
      // On a busy machine it takes a while until there is something to lose.
      await waitUntil('something was acknowledged', () => sum(tablet => tablet.acknowledged()) >= least)
      await sleep(random() * 400)
      disk?.cut()
      await server.kill()
      ending.abort()
      const ends = await Promise.all(writing)
      // Only the kill may end a writer.
      const odd = ends.find(error => error instanceof Error && /held|: 4\d\d/u.test(error.message))
      if (odd) throw new Error('a writer ended by itself', { cause: odd })
      await disk?.restore()
      await server.start()
      onKill(done + 1)
    }
    const lost = (await Promise.all(tablets.map(tablet => tablet.findLost()))).flat()
    return {
      kills,
      acknowledged: sum(tablet => tablet.acknowledged()),
      photos: sum(tablet => tablet.photos()),
      lost,
    }
  } finally {
    await server.kill().catch(() => undefined)
    disk?.remove()
  }
}
