import * as z from 'zod/mini'
import type { DemoAccount } from '../context/gate.ts'
import type { DeviceStore } from '../database/device-store.ts'
import { readJson } from '../network/read-json.ts'
import type { Links } from './links.ts'

const demo = z.object({
  mode: z.enum(['demo', 'production']),
  accounts: z.array(
    z.object({
      username: z.string(),
      password: z.string(),
      name: z.string(),
      role: z.string(),
      unit: z.string(),
    }),
  ),
})

/** Asks in which mode the server runs and remembers it for offline starts; demo mode tells its accounts. */
export async function fetchDemo({
  device,
  links,
}: {
  readonly device: DeviceStore
  readonly links: Pick<Links, 'ask'>
}): Promise<readonly DemoAccount[]> {
  const heard = await links.ask({ method: 'GET', path: '/api/demo' })
  if (heard.type !== 'heard' || !heard.response.ok) return []
  const body = await readJson(heard.response)
  const read = demo.safeParse(body.type === 'json' ? body.json : undefined)
  if (!read.success) return []
  await device.changeSettings({ mode: read.data.mode })
  return read.data.accounts
}
