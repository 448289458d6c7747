import * as z from 'zod/mini'
import type { NewAssignment, NewPerson } from '../../domain/people/new-person.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { LinkProblem } from '../../sync/replica/server-link.ts'
import type { Ask } from './ask-server.ts'
import { judgeTrouble } from './judge-trouble.ts'
import { readJson } from './read-json.ts'

const people = z.object({
  most: z.number(),
  people: z.array(
    z.object({ person: z.string(), username: z.string(), lastContactAt: z.nullable(z.number()) }),
  ),
})
const made = z.object({
  made: z.array(
    z.object({ person: z.string(), username: z.string(), name: z.string(), password: z.string() }),
  ),
})
const password = z.object({ password: z.string() })
const devices = z.object({
  now: z.number(),
  older: z.number(),
  devices: z.array(
    z.object({
      device: z.string(),
      person: z.string(),
      lastContactAt: z.number(),
      revokedAt: z.nullable(z.number()),
    }),
  ),
})
const next = z.record(z.string(), z.number())
const trail = z.object({
  lines: z.array(
    z.object({
      feed: z.string(),
      seq: z.number(),
      author: z.string(),
      device: z.string(),
      happenedAt: z.number(),
      at: z.number(),
      type: z.string(),
      thing: z.string(),
      field: z.string(),
      isConflict: z.boolean(),
      value: z.json(),
      before: z.json(),
    }),
  ),
  next: z.nullable(next),
  reachedAt: z.nullable(z.number()),
})
const chains = z.object({
  now: z.number(),
  feeds: z.number(),
  results: z.array(
    z.object({
      feed: z.string(),
      records: z.number(),
      broken: z.nullable(z.object({ type: z.string(), seq: z.number() })),
    }),
  ),
  next: z.nullable(z.object({ feed: z.string(), seq: z.number() })),
})

export type KnownAccounts = z.infer<typeof people>
export type MadePerson = z.infer<typeof made>['made'][number]
export type KnownDevices = z.infer<typeof devices>
export type TrailPage = Omit<z.infer<typeof trail>, 'lines'> & { readonly lines: readonly TrailLine[] }
export type TrailLine = Omit<z.infer<typeof trail>['lines'][number], 'value' | 'before'> & {
  readonly value: JsonValue
  readonly before: JsonValue
}
export type ChainsPart = z.infer<typeof chains>

export interface TrailWish {
  readonly person?: string
  readonly unit?: string
  readonly type?: string
  readonly from?: string
  readonly to?: string
  readonly text?: string
}

export type Told<T> = { readonly type: 'told'; readonly value: T } | LinkProblem

/** What administrators ask of the server; all of it needs a network, since it counts at once. */
export interface AdminLink {
  accounts: () => Promise<Told<KnownAccounts>>
  /** All or none; passwords are told this once. */
  addPeople: (people: readonly NewPerson[]) => Promise<Told<readonly MadePerson[]>>
  rename: (person: string, name: string) => Promise<Told<undefined>>
  resetPassword: (person: string) => Promise<Told<string>>
  deactivate: (person: string) => Promise<Told<undefined>>
  /** Adds an assignment, or changes the one with this id. */
  assign: (person: string, id: string, assignment: NewAssignment) => Promise<Told<undefined>>
  devices: () => Promise<Told<KnownDevices>>
  revoke: (device: string) => Promise<Told<undefined>>
  allow: (device: string) => Promise<Told<undefined>>
  searchTrail: (wish: TrailWish, next?: TrailPage['next']) => Promise<Told<TrailPage>>
  verifyChains: (next?: ChainsPart['next']) => Promise<Told<ChainsPart>>
}

/** A password costs the server a moment; so many more bytes of patience for each. */
const patiencePerPerson = 300

export function createAdminLink(ask: Ask): AdminLink {
  const get = <Schema extends z.ZodMiniType>(path: string, schema: Schema) =>
    read(ask, { method: 'GET', path }, schema)
  const post = <Schema extends z.ZodMiniType>(path: string, json: unknown, schema: Schema, bytes = 0) =>
    read(
      ask,
      {
        method: 'POST',
        path,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(json),
        bytes,
      },
      schema,
    )
  const done = async (path: string, json: unknown): Promise<Told<undefined>> =>
    map(await post(path, json, z.undefined()), () => undefined)
  const of = (person: string): string => `/api/people/${encodeURIComponent(person)}`
  return {
    accounts: () => get('/api/people', people),
    addPeople: async wish =>
      map(
        await post('/api/people', { people: wish }, made, wish.length * patiencePerPerson),
        told => told.made,
      ),
    rename: (person, name) => done(`${of(person)}/name`, { name }),
    resetPassword: async person =>
      map(await post(`${of(person)}/password`, {}, password), told => told.password),
    deactivate: person => done(`${of(person)}/end`, {}),
    assign: (person, id, assignment) =>
      done(`${of(person)}/assignments/${encodeURIComponent(id)}`, { assignment }),
    devices: () => get('/api/devices', devices),
    revoke: device => done(`/api/devices/${encodeURIComponent(device)}/revoke`, {}),
    allow: device => done(`/api/devices/${encodeURIComponent(device)}/allow`, {}),
    searchTrail: async (wish, from) =>
      map(await post('/api/trail', from ? { ...wish, next: from } : wish, trail), told => told as TrailPage),
    verifyChains: from => post('/api/chains', from ? { next: from } : {}, chains),
  }
}

const map = <T, R>(told: Told<T>, change: (value: T) => R): Told<R> =>
  told.type === 'told' ? { type: 'told', value: change(told.value) } : told

async function read<Schema extends z.ZodMiniType>(
  ask: Ask,
  question: Parameters<Ask>[0],
  schema: Schema,
): Promise<Told<z.infer<Schema>>> {
  const heard = await ask(question)
  if (heard.type !== 'heard') return heard
  const trouble = await judgeTrouble(heard.response)
  if (trouble) return trouble
  if (heard.response.status === 204) return { type: 'told', value: undefined as z.infer<Schema> }
  const body = await readJson(heard.response)
  if (body.type === 'cut') return { type: 'unreachable' }
  const parsed = body.type === 'json' ? schema.safeParse(body.json) : undefined
  return parsed?.success ? { type: 'told', value: parsed.data } : { type: 'notOurServer' }
}
