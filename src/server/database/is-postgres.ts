import { PostgresAdapter, type Kysely } from 'kysely'

export const isPostgres = <T>(db: Kysely<T>): boolean => db.getExecutor().adapter instanceof PostgresAdapter
