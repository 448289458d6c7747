import { Hono } from 'hono'
import * as z from 'zod'
import type { Directory } from '../../../domain/people/directory.ts'
import { parseFeedId } from '../../../domain/people/feed.ts'
import { passwordChange } from '../../../domain/people/password-change.ts'
import { roles } from '../../../domain/people/role.ts'
import { readPersonName } from '../../../domain/people/username.ts'
import type { Environment, Services } from '../environment.ts'
import { parseJson } from '../parse-json.ts'
import { problem } from '../problem.ts'
import { readBody } from '../read-body.ts'
import { nameKey } from '../session-route.ts'
import { changeAssignment, deactivate } from './change-person.ts'
import { createPeople, peopleLock } from './create-people.ts'
import { oneTimePassword } from './one-time-password.ts'

/** So many are added at once: a province's whole staff, in a quarter of a minute. */
export const mostPeople = 1000
const bodyLimits = { packed: 1024 * 1024, inflated: 1024 * 1024 }

const day = z.string().max(10)
const assignment = z.strictObject({
  role: z.enum(roles),
  unit: z.string().max(64),
  from: day,
  to: day.nullable(),
  areas: z.array(z.string().max(64)).max(20).optional(),
})
const person = z.strictObject({
  username: z.string().max(50),
  name: z.string().max(100),
  assignments: z.array(assignment).max(20),
})
const body = {
  people: z.strictObject({ people: z.array(person).min(1).max(mostPeople) }),
  name: z.strictObject({ name: z.string().max(200) }),
  assignment: z.strictObject({ assignment }),
}
/** PostgreSQL takes no NUL, and no id of ours is longer. */
const isId = (text: string): boolean => /^[^\p{Cc}\p{Cs}]{1,120}$/u.test(text)

/**
 * `/api/people`: who can sign in, and with which roles. For administrators only, and only with a network: whoever is let
 * in or shut out is it at once, and never by two tablets in two ways.
 */
export function peopleRoute(services: Services, readDirectory: () => Promise<Directory>): Hono<Environment> {
  const { accounts, authority, deviceKeys, devices, oneAtATime, passwords, readTokens, referenceFeed } =
    services
  const { sessions, tries, clock, log } = services
  const province = parseFeedId(referenceFeed)?.unit ?? ''
  const route = new Hono<Environment>()

  const read = async <Schema extends z.ZodType>(request: Request, schema: Schema) => {
    const bytes = await readBody(request, bodyLimits)
    if (!bytes.ok) return { fault: bytes.error }
    const sent = schema.safeParse(parseJson(bytes.value))
    return sent.success ? { sent: sent.data as z.infer<Schema> } : { fault: 'badRequest' as const }
  }

  route.use('/*', async (c, next) =>
    c.get('scope').mayDo('people.manage', province) ? next() : problem(c, 'notYourRole'),
  )

  route.get('/', async c => {
    const known = await accounts.list()
    const last = await devices.lastContactOfPeople(known.map(one => one.person))
    const listed = known.map(one => ({
      person: one.person,
      username: one.username,
      lastContactAt: last.get(one.person) ?? null,
    }))
    return c.json({ now: clock(), most: mostPeople, people: listed })
  })

  route.post('/', async c => {
    const asked = await read(c.req.raw, body.people)
    if (!asked.sent) return problem(c, asked.fault)
    const author = c.get('session').person
    const made = await createPeople(asked.sent.people.map(withoutUndefined), {
      ...services,
      readDirectory,
      author,
    })
    return made.ok ? c.json({ made: made.value }, 201) : problem(c, made.error)
  })

  route.post('/:person/name', async c => {
    const asked = await read(c.req.raw, body.name)
    const name = asked.sent && readPersonName(asked.sent.name)
    if (name === undefined) return problem(c, asked.fault ?? 'badRequest')
    const thing = c.req.param('person')
    if (!(await readDirectory()).people.has(thing)) return problem(c, 'notFound')
    const author = c.get('session').person
    await authority.write(referenceFeed, [{ type: 'person', thing, field: 'name', value: name }], author)
    return c.body(null, 204)
  })

  route.post('/:person/password', async c => {
    const who = c.req.param('person')
    const account = isId(who) ? await accounts.findByPerson(who) : undefined
    if (!account) return problem(c, 'notFound')
    const password = oneTimePassword()
    const hash = await passwords.hash(password)
    const author = c.get('session').person
    await authority.write(referenceFeed, [passwordChange(account.person, 'oneTime', clock())], author)
    await accounts.setPassword(account.person, hash, true)
    await tries.forget(nameKey(account.username))
    await endSessions(account.person)
    log({ level: 'info', event: 'passwordReset', person: account.person, by: author })
    return c.json({ password })
  })

  route.post('/:person/end', async c => {
    const who = c.req.param('person')
    const given = { ...services, readDirectory, author: c.get('session').person }
    const done = await oneAtATime(peopleLock, () => deactivate(who, given))
    if (!done.ok) return problem(c, done.error)
    await endSessions(who)
    return c.body(null, 204)
  })

  route.post('/:person/assignments/:assignment', async c => {
    const asked = await read(c.req.raw, body.assignment)
    if (!asked.sent) return problem(c, asked.fault)
    const { person: who, assignment: name } = c.req.param()
    if (!isId(name) || !isId(who)) return problem(c, 'badRequest')
    const wanted = { ...withoutUndefinedAreas(asked.sent.assignment), id: name, person: who }
    const given = { ...services, readDirectory, author: c.get('session').person }
    const done = await oneAtATime(peopleLock, () => changeAssignment(wanted, given))
    return done.ok ? c.body(null, 204) : problem(c, done.error)
  })

  /** The tablets stay as they are and ask to sign in again; their unsent work stays on them (SY10). */
  async function endSessions(who: string): Promise<void> {
    await sessions.removeAllOf(who)
    await readTokens.removeAllOf(who)
    // A tablet that was lost signs nothing any more; one that is still theirs registers anew at the next sign-in.
    await deviceKeys.revokeAllOf(who, clock())
  }
  return route
}

const withoutUndefinedAreas = ({ areas, ...rest }: z.infer<typeof assignment>) =>
  areas ? { ...rest, areas } : rest

const withoutUndefined = (one: z.infer<typeof person>) => ({
  ...one,
  assignments: one.assignments.map(withoutUndefinedAreas),
})
