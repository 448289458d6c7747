import { Hono } from 'hono'
import * as z from 'zod'
import { readUnitsChange } from '../../../domain/people/units-change.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { isDeeperThan } from '../../../lib/is-deeper-than.ts'
import type { Environment, Services } from '../environment.ts'
import { parseJson } from '../parse-json.ts'
import { problem } from '../problem.ts'
import { readBody } from '../read-body.ts'
import { builtInChange } from './built-in-change.ts'
import { createUnitsChanges, type UnitsWish } from './units-changes.ts'

const bodyLimits = { packed: 1024 * 1024, inflated: 2 * 1024 * 1024 }
const mostLevels = 8
const wish = z.strictObject({
  /** `langson2025`, or a change as a file told it. */
  change: z.union([z.literal('langson2025'), z.looseObject({})]),
  choices: z.record(z.string().max(20), z.string().max(20)).default({}),
  head: z.int().min(0).optional(),
})
const undoing = z.strictObject({ id: z.string().max(200) })

/**
 * `/api/units-changes`, for administrators of the province: `GET` lists what was carried out, `POST /preview` says what
 * a change would do, `POST /apply` does what was previewed, `POST /undo` takes it back. What cannot be is an answer, not
 * an error of the request.
 */
export function unitsChangeRoute(services: Services): Hono<Environment> {
  const changes = createUnitsChanges(services)
  const route = new Hono<Environment>()
  route.use('*', async (c, next) => {
    const { mayDo } = c.get('scope')
    const province = services.referenceFeed.slice(0, services.referenceFeed.lastIndexOf('/'))
    return mayDo('units.change', province) ? next() : problem(c, 'notYourRole')
  })
  return route
    .get('/', async c => c.json({ changes: await changes.list() }))
    .post('/preview', async c => {
      const asked = await readWish(c.req.raw)
      if (typeof asked === 'string') return problem(c, asked)
      const preview = await changes.preview(asked)
      if (!preview.ok) return c.json({ type: 'problems', problems: preview.error })
      const { head, plan, work } = preview.value
      const { on, ended, begun, moved, notes } = plan
      return c.json({ type: 'preview', head, on, ended, begun, moved, notes, work })
    })
    .post('/apply', async c => {
      const asked = await readWish(c.req.raw)
      if (typeof asked === 'string') return problem(c, asked)
      const { head } = asked
      if (head === undefined) return problem(c, 'badRequest')
      const applied = await changes.apply({ ...asked, head, person: c.get('session').person })
      return c.json(applied.ok ? { type: 'applied', id: applied.value } : applied.error)
    })
    .post('/undo', async c => {
      const body = await readBody(c.req.raw, bodyLimits)
      if (!body.ok) return problem(c, body.error)
      const sent = undoing.safeParse(parseJson(body.value))
      if (!sent.success) return problem(c, 'badRequest')
      const undone = await changes.undo({ id: sent.data.id, person: c.get('session').person })
      return c.json(undone.ok ? { type: 'undone', change: undone.value } : undone.error)
    })
}

async function readWish(
  request: Request,
): Promise<(UnitsWish & { readonly head: number | undefined }) | 'badRequest' | 'tooLarge'> {
  const body = await readBody(request, bodyLimits)
  if (!body.ok) return body.error
  const json = parseJson(body.value)
  if (isDeeperThan(json, mostLevels)) return 'badRequest'
  const sent = wish.safeParse(json)
  if (!sent.success) return 'badRequest'
  const { change, choices, head } = sent.data
  const read = change === 'langson2025' ? builtInChange() : readUnitsChange(change as JsonValue)
  return read ? { change: read, choices, head } : 'badRequest'
}
