import { ok } from '../../../lib/result.ts'
import { searchKey } from '../../../lib/search-key.ts'
import type { Command } from './command.ts'
import { loadDirectory } from './load-directory.ts'

/** A shared tablet has a device of its own for each person who uses it. */
export const listDevices: Command = {
  summary: 'Lists devices with their person and last contact, the latest first.',
  needs: {},
  may: { search: 'part of a device, username or name, without diacritics if you like' },
  async run(services, { options }) {
    const { devices, accounts, timeOf } = services
    const { people } = await loadDirectory(services)
    const usernames = new Map((await accounts.list()).map(({ person, username }) => [person, username]))
    const wanted = searchKey(options['search'] ?? '')
    const lines = (await devices.list())
      .map(({ device, person, lastContactAt, revokedAt }) =>
        [
          device,
          usernames.get(person) ?? '(cannot sign in)',
          people.get(person)?.name ?? '(no name)',
          `last contact ${timeOf(lastContactAt)}`,
          ...(revokedAt === null ? [] : [`revoked ${timeOf(revokedAt)}`]),
        ].join('\t'),
      )
      .filter(line => searchKey(line).includes(wanted))
    return ok([...lines, `${lines.length} devices`])
  },
}
