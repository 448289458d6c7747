import { responseType } from '../responses/response-fields.ts'
import type { Programme } from './programme.ts'
import { roadThing } from './road-fields.ts'

/** Whether there is a road to look at: the commune takes part, or has planned, recorded or filled in something there. */
export const hasRoadIn = (
  { id, communes }: Pick<Programme, 'id' | 'communes'>,
  unit: string,
  things: readonly { readonly type: string; readonly thing: string }[],
): boolean =>
  communes.has(unit) ||
  things.some(
    ({ type, thing }) =>
      thing === roadThing(id, unit) || (type === responseType && thing.startsWith(`${id}.`)),
  )
