import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '../../src/server/database/open-database.ts'
import { freshPostgres } from './fresh-postgres.ts'

/** An empty database of each engine; `reopen` closes it and opens the same one again. */
export interface TestDatabase {
  readonly database: Database
  reopen: () => Promise<Database>
  /** Another server process on the same data, where the engine allows it. */
  openSecond: () => Promise<Database>
  close: () => Promise<void>
}

type Place = Parameters<typeof openDatabase>[0]

async function open(place: Place, remove: () => void): Promise<TestDatabase> {
  let database = await openDatabase(place)
  const opened = [database]
  return {
    database,
    async reopen() {
      await database.close()
      database = await openDatabase(place)
      opened.push(database)
      return database
    },
    async openSecond() {
      const second = await openDatabase(place)
      opened.push(second)
      return second
    },
    async close() {
      for (const one of opened) await one.close()
      remove()
    },
  }
}

export const engines = {
  async sqlite(): Promise<TestDatabase> {
    const dataFolder = mkdtempSync(join(tmpdir(), 'iso-xa-'))
    return open({ dataFolder }, () => rmSync(dataFolder, { recursive: true }))
  },
  async postgres(): Promise<TestDatabase> {
    return open({ databaseUrl: await freshPostgres(), dataFolder: '' }, () => undefined)
  },
  existingPostgres: (databaseUrl: string): Promise<TestDatabase> =>
    open({ databaseUrl, dataFolder: '' }, () => undefined),
} as const

export const engineNames = ['sqlite', 'postgres'] as const
