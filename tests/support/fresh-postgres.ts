import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'

/** A new empty database on the PostgreSQL of this run; resolves to its URL. */
export async function freshPostgres(): Promise<string> {
  const server: string | undefined = inject('postgresUrl')
  if (server === undefined) throw new Error('run with globalSetup: tests/support/postgres.ts')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return `${server}/${name}`
}
