import { Hono } from 'hono'
import { may, type Role } from '../../domain/people/role.ts'
import { isValidOn } from '../../domain/people/unit.ts'
import type { Environment, Services } from './environment.ts'

/** An auditor or officer who passes through is not the commune's tablet. */
const staffRoles: readonly Role[] = may['response.fill']

/** `GET /api/contacts`: when the tablets of each commune that this person reads last spoke with the server. */
export function contactsRoute({ devices, clock, dayOf }: Services): Hono<Environment> {
  return new Hono<Environment>().get('/', async c => {
    const { people, assignmentsOf } = c.get('directory')
    const now = clock()
    const today = dayOf(now)
    const communes = new Set(
      c
        .get('scope')
        .communesWhere('response.read')
        .map(unit => unit.id),
    )
    const staff = [...people.keys()].flatMap(person =>
      assignmentsOf(person)
        .filter(held => communes.has(held.unit) && staffRoles.includes(held.role) && isValidOn(held, today))
        .map(held => ({ person, unit: held.unit })),
    )
    const last = await devices.lastContactOfPeople([...new Set(staff.map(({ person }) => person))])
    const byUnit: Record<string, number> = {}
    for (const { person, unit } of staff) {
      const at = last.get(person)
      if (at !== undefined) byUnit[unit] = Math.max(byUnit[unit] ?? 0, at)
    }
    return c.json({ now, communes: byUnit })
  })
}
