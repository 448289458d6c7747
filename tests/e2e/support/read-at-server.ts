import { openApi } from './api.ts'

/** What the server itself has of the commune Cao Minh, by field: an officer of its district looks. */
export async function readAtServer(origin: string): Promise<ReadonlyMap<string, unknown>> {
  const api = await openApi(origin, { username: 'trangdinh', password: 'iso9001' })
  const { pages } = await api.sync({})
  const entries = pages.find(page => page.feed === '06010@2017-10-15/unit')?.entries ?? []
  return new Map(entries.map(([, , , field, value]) => [field, value]))
}
