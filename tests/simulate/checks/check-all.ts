import type { World } from '../history/world.ts'
import { checkFiles } from './check-files.ts'
import { checkFold } from './check-fold.ts'
import { checkLog } from './check-log.ts'
import { checkReplicas } from './check-replicas.ts'
import { checkSaved } from './check-saved.ts'
import { readServer } from './read-server.ts'

/** What must be true of every history once it has become quiet. */
export async function checkAll(world: World): Promise<void> {
  const server = await readServer(world.server.database)
  const replicas = []
  for (const seat of world.seats()) replicas.push({ seat, disk: await seat.home.look() })
  await checkLog(world, server)
  checkFold(world, server)
  checkSaved(
    world,
    server,
    replicas.map(({ disk }) => disk),
  )
  checkReplicas(world, server, replicas)
  await checkFiles(world, server)
}
