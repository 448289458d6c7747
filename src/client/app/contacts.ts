import * as z from 'zod/mini'
import type { Contacts } from '../context/app.ts'
import { readJson } from '../network/read-json.ts'
import type { Links } from './links.ts'

const contacts = z.object({ now: z.number(), communes: z.record(z.string(), z.number()) })

/** When the communes in this person's scope last synced; undefined when the server cannot be asked now. */
export async function watchContacts({ ask }: Pick<Links, 'ask'>): Promise<Contacts | undefined> {
  const heard = await ask({ method: 'GET', path: '/api/contacts' })
  if (heard.type !== 'heard' || !heard.response.ok) return undefined
  const body = await readJson(heard.response)
  const read = contacts.safeParse(body.type === 'json' ? body.json : undefined)
  return read.success ? { asOf: read.data.now, byUnit: read.data.communes } : undefined
}
