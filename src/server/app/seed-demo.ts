import people from '../../content/demo/people.json' with { type: 'json' }
import pilot from '../../content/demo/pilot.json' with { type: 'json' }
import { isRole } from '../../domain/people/role.ts'
import { unitId } from '../../domain/people/unit.ts'
import { readDirectory, directoryTypes } from '../../domain/people/directory.ts'
import { programmeType } from '../../domain/qms/programme.ts'
import type { DemoAccount } from '../http/demo-route.ts'
import { baselineSurvey } from './forms.ts'
import type { OpenedServices } from './open-services.ts'
import { referenceFeed, unitsFrom } from './seed-reference.ts'
import { seedDemoSurveys } from './seed-demo-surveys.ts'

/** All demo accounts share it; production has none of them. */
const demoPassword = 'iso9001'
const dayMs = 86_400_000
/** The survey was due three days before the demo was first started, so that some are late. */
const dueDaysAgo = 3

/** Fills an empty server with the marked sample of the Lạng Sơn pilot; a second start changes nothing. */
export async function seedDemo(opened: OpenedServices): Promise<readonly DemoAccount[]> {
  const { services } = opened
  const { authority, entries, accounts, passwords, clock, dayOf } = services
  const isSeeded = (await entries.readTypes(referenceFeed, [programmeType])).length > 0
  if (!isSeeded) {
    const startedAt = clock()
    await authority.write(
      referenceFeed,
      people.flatMap(({ id, name, role, units }) => [
        { type: 'person', thing: id, field: 'name', value: name },
        ...units.map(code => ({
          type: 'person',
          thing: id,
          field: `assignments/${code}-${role}`,
          value: { role, unit: unitId(code, unitsFrom), from: unitsFrom, to: null },
        })),
      ]),
    )
    for (const { id, username } of people) {
      if (username === undefined) continue
      await accounts.create({ person: id, username, passwordHash: await passwords.hash(demoPassword) })
    }
    await seedDemoSurveys(opened, startedAt)
    // Last, as the mark that everything before it is there.
    await authority.write(
      referenceFeed,
      [
        { field: 'surveyForm', value: { ...baselineSurvey } },
        { field: 'surveyDueOn', value: dayOf(startedAt - dueDaysAgo * dayMs) },
        ...pilot.communes.map(code => ({ field: `communes/${unitId(code, unitsFrom)}`, value: true })),
        { field: 'name', value: pilot.name },
      ].map(change => ({ type: programmeType, thing: pilot.programme, ...change })),
    )
  }
  const { tree } = readDirectory(await entries.readTypes(referenceFeed, directoryTypes))
  return people.flatMap(({ username, name, role, units }) =>
    username === undefined || !isRole(role)
      ? []
      : [
          {
            username,
            password: demoPassword,
            name,
            role,
            unit: units.map(code => tree.get(unitId(code, unitsFrom))?.fullName ?? code).join(', '),
          },
        ],
  )
}
