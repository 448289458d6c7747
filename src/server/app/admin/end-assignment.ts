import { err, ok } from '../../../lib/result.ts'
import { referenceFeed } from '../seed-reference.ts'
import type { Command } from './command.ts'
import { loadDirectory } from './load-directory.ts'
import { readDay } from './read-day.ts'

/** The scope function asks at every request, so it ends at once; unsent work of the tablet lands as held (SY9). */
export const endAssignment: Command = {
  summary: 'Ends a role of a person; without --to it ends now.',
  needs: { username: 'whose', role: 'which role', unit: 'code or id of the unit' },
  may: { to: 'last day, yesterday if left out' },
  async run({ accounts, entries, authority }, { options, today }) {
    const { username = '', role = '', unit: text = '' } = options
    const account = await accounts.findByUsername(username)
    if (!account) return err(`Nobody has the username "${username}".`)
    const to = options['to'] === undefined ? ok(dayBefore(today)) : readDay(options['to'])
    if (!to.ok) return to
    const { tree, assignmentsOf } = await loadDirectory({ entries })
    const standing = assignmentsOf(account.person).filter(({ role: held, unit, to: end }) => {
      const isUnit = unit === text || tree.get(unit)?.code === text
      return held === role && isUnit && (end === null || end > to.value)
    })
    if (standing.length === 0) return err(`${username} has no role ${role} in ${text} that goes on.`)
    await authority.write(
      referenceFeed,
      standing.map(({ id, unit, from }) => ({
        type: 'person',
        thing: account.person,
        field: `assignments/${id}`,
        value: { role, unit, from, to: to.value },
      })),
    )
    const where = standing.map(({ unit }) => tree.get(unit)?.fullName ?? unit).join(', ')
    return ok([`${username}: ${role}, ${where}, ended; last day ${to.value}`])
  },
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
