import { Hono } from 'hono'
import { feedId } from '../../domain/people/feed.ts'
import type { Environment, Services } from './environment.ts'
import { problem } from './problem.ts'
import { readRoads } from './read-roads.ts'
import { tellRoad } from './tell-road.ts'

/**
 * `GET /api/readiness/:unit`: how ready a commune is to declare, condition by condition with the reason, and its steps,
 * as the server judges them today. A commune that the person does not read answers like one that does not exist (SY9).
 */
export function readinessRoute(services: Services): Hono<Environment> {
  const { clock, dayOf } = services
  return new Hono<Environment>().get('/:unit', async c => {
    const unit = c.get('directory').tree.get(c.req.param('unit'))
    if (!unit || !c.get('scope').mayRead(feedId(unit.id, 'unit'))) return problem(c, 'notFound')
    const on = dayOf(clock())
    const roads = await readRoads(unit, on, services)
    return c.json({
      unit: unit.id,
      on,
      programmes: roads.map(({ programme, road }) => ({ programme: programme.id, ...tellRoad(road) })),
    })
  })
}
