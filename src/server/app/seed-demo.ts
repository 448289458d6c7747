import people from '../../content/demo/people.json' with { type: 'json' }
import pilot from '../../content/demo/pilot.json' with { type: 'json' }
import { isRole } from '../../domain/people/role.ts'
import { unitId } from '../../domain/people/unit.ts'
import { readDirectory, directoryTypes } from '../../domain/people/directory.ts'
import { programmeType } from '../../domain/qms/programme.ts'
import type { DemoAccount } from '../http/demo-route.ts'
import { readDemoMark, writeDemoMark } from './demo-mark.ts'
import type { OpenedServices } from './open-services.ts'
import { referenceFeed, unitsFrom } from './seed-reference.ts'
import { seedDemoAudits } from './seed-demo-audits.ts'
import { seedDemoRoads } from './seed-demo-roads.ts'
import { seedDemoSurveys } from './seed-demo-surveys.ts'
import { seedDemoTraining } from './seed-demo-training.ts'

/** All demo accounts share it; production has none of them. */
const demoPassword = 'iso9001'
const dayMs = 86_400_000
/** The survey was due three days before the demo was first started, so that some are late. */
const dueDaysAgo = 3

/**
 * Fills an empty server with the marked sample of the Lạng Sơn pilot. A second start changes nothing; a start that
 * was cut is gone on with, everything as of the moment it began.
 */
export async function seedDemo(opened: OpenedServices): Promise<readonly DemoAccount[]> {
  const { services } = opened
  const { entries, clock } = services
  const mark = (await readDemoMark(services)) ?? { startedAt: clock(), isComplete: false }
  if (!mark.isComplete) {
    await writeDemoMark(services, mark)
    await seedPeople(opened)
    await seedPilot(opened, mark.startedAt)
    await seedDemoSurveys(opened, mark.startedAt)
    await seedDemoAudits(opened, mark.startedAt)
    await seedDemoTraining(opened, mark.startedAt)
    await seedDemoRoads(opened, mark.startedAt)
    await writeDemoMark(services, { ...mark, isComplete: true })
  }
  const { tree } = readDirectory(await entries.readTypes(referenceFeed, directoryTypes))
  return people.flatMap(({ username, name, role, units }) => {
    if (username === undefined || !isRole(role)) return []
    const unit = units.map(code => tree.get(unitId(code, unitsFrom))?.fullName ?? code).join(', ')
    return [{ username, password: demoPassword, name, role, unit }]
  })
}

async function seedPeople({ services }: OpenedServices): Promise<void> {
  const { authority, accounts, passwords } = services
  await authority.write(
    referenceFeed,
    people.flatMap(({ id, name, role, units, areas }) => [
      { type: 'person', thing: id, field: 'name', value: name },
      ...units.map(code => ({
        type: 'person',
        thing: id,
        field: `assignments/${code}-${role}`,
        value: { role, unit: unitId(code, unitsFrom), from: unitsFrom, to: null, ...(areas && { areas }) },
      })),
    ]),
  )
  for (const { id, username } of people) {
    if (username === undefined) continue
    await accounts.create({ person: id, username, passwordHash: await passwords.hash(demoPassword) })
  }
}

async function seedPilot({ services }: OpenedServices, startedAt: number): Promise<void> {
  const { authority, dayOf } = services
  await authority.write(
    referenceFeed,
    [
      { field: 'surveyDueOn', value: dayOf(startedAt - dueDaysAgo * dayMs) },
      ...pilot.communes.map(code => ({ field: `communes/${unitId(code, unitsFrom)}`, value: true })),
    ].map(change => ({ type: programmeType, thing: pilot.programme, ...change })),
  )
}
