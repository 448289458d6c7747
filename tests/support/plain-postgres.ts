import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import type { Tables } from '../../src/server/database/tables.ts'

/** A database as it is: nothing is migrated. */
export const openPlainPostgres = (connectionString: string): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString, max: 4 }) }) })
