import { Client } from 'pg'

/** An empty database on a PostgreSQL that runs; resolves to its URL. */
export async function createPostgresDatabase(server: string): Promise<string> {
  const client = new Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query('create database simulator')
  await client.end()
  return `${server}/simulator`
}
