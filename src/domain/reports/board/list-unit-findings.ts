import { findingFields, findingType } from '../../audits/finding-fields.ts'
import { listFindings, type FindingLine, type ListedField } from '../../audits/list-findings.ts'
import type { StoredThing } from '../../qms/gather-facts.ts'

/** The issued findings among the things of a feed, those of most need first. */
export function listUnitFindings(things: readonly StoredThing[], today: string): readonly FindingLine[] {
  const requests: ListedField[] = []
  const moves: ListedField[] = []
  const effects: ListedField[] = []
  const dueDays: ListedField[] = []
  const owners: ListedField[] = []
  const amended: ListedField[] = []
  const amendments = [findingFields.amendment(''), findingFields.agreement('')]
  for (const { type, thing, fields } of things) {
    if (type !== findingType) continue
    for (const stored of fields) {
      const { field } = stored
      const listed = { ...stored, thing }
      if (field === findingFields.request) requests.push(listed)
      else if (field.startsWith(findingFields.move(''))) moves.push(listed)
      else if (field.startsWith(findingFields.part('effectiveness'))) effects.push(listed)
      else if (field.startsWith(findingFields.part('dueOn'))) dueDays.push(listed)
      else if (field === findingFields.part('owner')) owners.push(listed)
      else if (amendments.some(prefix => field.startsWith(prefix))) amended.push(listed)
    }
  }
  return listFindings({ requests, moves, effects, dueDays, owners, amended, today })
}
