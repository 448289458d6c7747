import { err, ok } from '../../../lib/result.ts'
import type { AloneCommand } from './command.ts'
import { createAccount } from './create-account.ts'
import { loadDirectory } from './load-directory.ts'
import { readAssignment } from './read-assignment.ts'

export const addPerson: AloneCommand = {
  summary: 'Adds a person who can sign in, with a role if --role and --unit are given.',
  needs: { username: 'name to sign in with', name: 'full name' },
  may: { role: 'which role', unit: 'code of the unit', from: 'first day', to: 'last day' },
  asksPassword: true,
  async run(services, { options, today, askPassword }) {
    const { username = '', name = '', role, unit, from, to } = options
    if ((role === undefined) !== (unit === undefined)) return err('Give both --role and --unit, or neither.')
    const { tree } = await loadDirectory(services)
    const assignment =
      role === undefined || unit === undefined
        ? undefined
        : readAssignment({ role, unit, from, to }, tree, today)
    if (assignment && !assignment.ok) return assignment
    const password = await askPassword()
    if (!password.ok) return password
    const assignments = assignment ? [assignment.value] : []
    const created = await createAccount(services, { username, name, password: password.value, assignments })
    return created.ok ? ok([`${username} (${name}) can sign in.`]) : created
  },
}
