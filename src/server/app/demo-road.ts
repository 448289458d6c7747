import pilot from '../../content/demo/pilot.json' with { type: 'json' }
import type roads from '../../content/demo/roads.json'
import { feedId } from '../../domain/people/feed.ts'
import { roadThing, roadType } from '../../domain/qms/road-fields.ts'
import type { Photo } from '../../domain/responses/photo.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { DemoChange } from './demo-speaker.ts'

type Fields = Readonly<Record<string, JsonValue>>

/** A commune of `content/demo/roads.json` on its road, and how its things are said. */
export interface DemoRoad {
  readonly sample: (typeof roads)['communes'][number]
  readonly unit: string
  /** Milliseconds since 1970 of the day on which a step was planned. */
  readonly plannedAt: (step: string) => number
  readonly dayOf: (ms: number) => string
  /** A page that stands for every paper of the commune, uploaded by its official. */
  readonly page: { readonly sha256: string; readonly photo: Photo }
  readonly say: (person: string, at: number, ...changes: readonly (readonly DemoChange[])[]) => Promise<void>
}

export const thingChanges = (
  unit: string,
  type: string,
  thing: string,
  fields: Fields,
): readonly DemoChange[] =>
  Object.entries(fields).map(([field, value]) => ({ feed: feedId(unit, 'unit'), type, thing, field, value }))

export const roadChanges = (unit: string, fields: Fields): readonly DemoChange[] =>
  thingChanges(unit, roadType, roadThing(pilot.programme, unit), fields)
