import { Hono } from 'hono'
import { parseFeedId } from '../../../domain/people/feed.ts'
import type { Environment, Services } from '../environment.ts'
import { problem } from '../problem.ts'

/** So many are listed, those that spoke last first. */
const mostDevices = 5000

/** `/api/devices`: tablets and whose they are, for administrators. What one has not sent stays on it (SY10). */
export function devicesRoute(services: Services): Hono<Environment> {
  const { devices, referenceFeed, clock, log } = services
  const province = parseFeedId(referenceFeed)?.unit ?? ''
  const route = new Hono<Environment>()

  route.use('/*', async (c, next) =>
    c.get('scope').mayDo('people.manage', province) ? next() : problem(c, 'notYourRole'),
  )

  route.get('/', async c => {
    const all = await devices.list()
    const own = c.get('session').device
    const listed = all.slice(0, mostDevices).map(one => ({ ...one, isOwn: one.device === own && own !== '' }))
    return c.json({ now: clock(), older: all.length - listed.length, devices: listed })
  })

  route.post('/:device/revoke', async c => {
    const { person: by, device: own } = c.get('session')
    const device = c.req.param('device')
    // Whoever locks out the tablet in hand could not let it in again.
    if (device === own || (await devices.listOf(by)).some(one => one.device === device))
      return problem(c, 'ownDevice')
    if (!isId(device) || !(await devices.revoke(device, clock()))) return problem(c, 'notFound')
    log({ level: 'info', event: 'deviceRevoked', device, by })
    return c.body(null, 204)
  })

  route.post('/:device/allow', async c => {
    const device = c.req.param('device')
    if (!isId(device) || !(await devices.allow(device))) return problem(c, 'notFound')
    log({ level: 'info', event: 'deviceAllowed', device, by: c.get('session').person })
    return c.body(null, 204)
  })
  return route
}

const isId = (text: string): boolean => /^[\w-]{1,64}$/u.test(text)
