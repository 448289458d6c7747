import { feedId } from '../../../domain/people/feed.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import type { World } from './entity-set.ts'
import { mayCarryAnswers } from './may-carry-away.ts'
import { readUnitProperties } from './unit-properties.ts'

/** Of these communes, those whose own work this person may carry away and whose rows can be asked for. */
export const communesToCarry = (units: readonly Unit[], world: World): readonly Unit[] =>
  units
    .filter(unit => world.scope.mayRead(feedId(unit.id, 'unit')) && mayCarryAnswers(world, unit))
    .filter(unit => world.mayMatch(readUnitProperties(unit, world)))
