import { createAccount } from '../../../src/server/app/admin/create-account.ts'
import { loadDirectory } from '../../../src/server/app/admin/load-directory.ts'
import { openServices } from '../../../src/server/app/open-services.ts'
import { provinceId, seedReference, unitsFrom } from '../../../src/server/app/seed-reference.ts'
import type { Role } from '../../../src/domain/people/role.ts'

export const bulkPeople = {
  /** Fills for all communes, which nobody does, so that one tablet has 10,000 answers to send. */
  filler: { username: 'filler', password: 'bench-filler' },
  coordinator: { username: 'coordinator', password: 'bench-coordinator' },
} as const

const roles: Readonly<Record<keyof typeof bulkPeople, Role>> = {
  filler: 'communeOfficial',
  coordinator: 'provinceCoordinator',
}

/** A data folder with the unit tree and these two people, before a server is started on it. */
export async function makeBulkPeople(dataFolder: string, origin: string): Promise<void> {
  const opened = await openServices(
    {
      port: 0,
      dataFolder,
      databaseUrl: undefined,
      mode: 'production',
      origin,
      timeZone: 'Asia/Ho_Chi_Minh',
      isBehindProxy: false,
    },
    () => undefined,
  )
  await seedReference(opened.services)
  const { tree } = await loadDirectory(opened.services)
  const unit = tree.get(provinceId)
  if (!unit) throw new Error('the province is missing')
  for (const name of ['filler', 'coordinator'] as const) {
    const assignments = [{ role: roles[name], unit, from: unitsFrom, to: null }]
    const created = await createAccount(opened.services, { ...bulkPeople[name], name, assignments })
    if (!created.ok) throw new Error(created.error)
  }
  await opened.close()
}
