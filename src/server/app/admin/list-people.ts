import { ok } from '../../../lib/result.ts'
import { searchKey } from '../../../lib/search-key.ts'
import type { Command } from './command.ts'
import { loadDirectory } from './load-directory.ts'

export const listPeople: Command = {
  summary: 'Lists people with their roles.',
  needs: {},
  may: { search: 'part of a username, name or unit, without diacritics if you like' },
  async run(services, { options }) {
    const { tree, people, assignmentsOf } = await loadDirectory(services)
    const usernames = new Map(
      (await services.accounts.list()).map(({ person, username }) => [person, username]),
    )
    const wanted = searchKey(options['search'] ?? '')
    const lines = [...new Set([...usernames.keys(), ...people.keys()])].flatMap(person => {
      const held = assignmentsOf(person).map(
        ({ role, unit, from, to }) => `${role} ${tree.get(unit)?.fullName ?? unit} (${from} – ${to ?? '…'})`,
      )
      const name = people.get(person)?.name ?? '(no name)'
      const line = `${usernames.get(person) ?? '(cannot sign in)'}\t${name}\t${held.join('; ')}`
      return searchKey(line).includes(wanted) ? [line] : []
    })
    return ok([...lines.sort((a, b) => a.localeCompare(b, 'vi')), `${lines.length} people`])
  },
}
