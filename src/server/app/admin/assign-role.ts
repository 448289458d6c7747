import { findOverlap } from '../../../domain/people/find-overlap.ts'
import { err, ok } from '../../../lib/result.ts'
import type { Services } from '../../http/environment.ts'
import { referenceFeed } from '../seed-reference.ts'
import type { Command } from './command.ts'
import { loadDirectory } from './load-directory.ts'
import { readAssignment, type NewAssignment } from './read-assignment.ts'

/** The same role in the same unit from the same day is the same assignment; given again, its end is what changes. */
export function assignmentChange(person: string, { role, unit, from, to }: NewAssignment) {
  const field = `assignments/${unit.code}-${role}-${from}`
  return { type: 'person', thing: person, field, value: { role, unit: unit.id, from, to } }
}

export const assignRole: Command = {
  summary: 'Gives a person a role in a unit and all below it, between two days.',
  needs: { username: 'whose', role: 'which role', unit: 'code of the unit' },
  may: { from: 'first day, today if left out', to: 'last day, open if left out' },
  async run(services: Services, { options, today }) {
    const { username = '', role = '', unit = '', from, to } = options
    const account = await services.accounts.findByUsername(username)
    if (!account) return err(`Nobody has the username "${username}".`)
    const directory = await loadDirectory(services)
    const assignment = readAssignment({ role, unit, from, to }, directory.tree, today)
    if (!assignment.ok) return assignment
    const { value } = assignment
    const change = assignmentChange(account.person, value)
    const wanted = { ...change.value, id: change.field.slice('assignments/'.length), person: account.person }
    const overlap = findOverlap(directory.assignmentsOf(account.person), wanted)
    if (overlap)
      return err(`${username} has this role there already from ${overlap.from} to ${overlap.to ?? '…'}.`)
    await services.authority.write(referenceFeed, [change])
    return ok([`${username}: ${role}, ${value.unit.fullName}, from ${value.from} to ${value.to ?? '…'}`])
  },
}
