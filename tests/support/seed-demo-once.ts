import { copyDemoFrom } from './demo-folder.ts'
import { startServer } from './start-server.ts'

/** For a whole run: each server then begins with a copy, a second sooner. */
export async function setup(): Promise<void> {
  const server = await startServer()
  await server.stop()
  copyDemoFrom(server.dataDir)
}
