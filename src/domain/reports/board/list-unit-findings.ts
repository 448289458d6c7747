import { findingFields, findingType } from '../../audits/finding-fields.ts'
import { listFindings, type FindingLine, type ListedField } from '../../audits/list-findings.ts'
import type { StoredThing } from '../../qms/gather-facts.ts'

const effects = findingFields.part('effectiveness')
const dueDays = findingFields.part('dueOn')
const owner = findingFields.part('owner')
const amendments = [findingFields.amendment(''), findingFields.agreement('')]

/** What the fields begin with that lines are made of; nothing else of a finding has to be read for them. */
export const fieldsOfLines: readonly string[] = [
  findingFields.request,
  findingFields.move(''),
  effects,
  dueDays,
  owner,
  ...amendments,
]

/** The issued findings among the things of a feed, those of most need first. */
export function listUnitFindings(things: readonly StoredThing[], today: string): readonly FindingLine[] {
  const requests: ListedField[] = []
  const moves: ListedField[] = []
  const judged: ListedField[] = []
  const due: ListedField[] = []
  const owners: ListedField[] = []
  const amended: ListedField[] = []
  for (const { type, thing, fields } of things) {
    if (type !== findingType) continue
    for (const stored of fields) {
      const { field } = stored
      const listed = { ...stored, thing }
      if (field === findingFields.request) requests.push(listed)
      else if (field.startsWith(findingFields.move(''))) moves.push(listed)
      else if (field.startsWith(effects)) judged.push(listed)
      else if (field.startsWith(dueDays)) due.push(listed)
      else if (field === owner) owners.push(listed)
      else if (amendments.some(prefix => field.startsWith(prefix))) amended.push(listed)
    }
  }
  return listFindings({ requests, moves, effects: judged, dueDays: due, owners, amended, today })
}
