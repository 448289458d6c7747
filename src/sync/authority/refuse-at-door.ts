import { parseFeedId } from '../../domain/people/feed.ts'
import type { Scope } from '../../domain/people/scope.ts'
import { limits } from '../protocol/limits.ts'
import type { Op } from '../protocol/op.ts'
import { isOfNewerSchema, upcastOp, type Upcaster } from '../protocol/upcast-op.ts'
import type { HeldReason } from '../protocol/wire.ts'
import { rulesOf } from './rules-of.ts'

/** Ids that tablets make. The server's own have a dot, so that no tablet can take one of them first. */
const tabletId = /^[\w-]{1,64}$/u
const name = new RegExp(`^[^\\p{Cc}\\p{Cs}]{1,${limits.name}}$`, 'u')

/** True when the op's id can be one of ours, so that it may be looked up. */
export const hasSaneId = (op: Op): boolean => tabletId.test(op.id)

/** True when the device's id can be one of ours. */
export const hasSaneDevice = (device: string): boolean => tabletId.test(device)

/** Why an op does not even get to its feed; undefined when its feed has to judge it (SY4, SY9). */
export function refuseAtDoor(
  sent: Op,
  { scope, steps }: { readonly scope: Pick<Scope, 'mayRead' | 'mayDo'>; readonly steps: readonly Upcaster[] },
): HeldReason | undefined {
  const op = upcastOp(sent, steps)
  if (!hasSaneId(op) || !hasSaneDevice(op.device)) return 'badValue'
  if (!name.test(op.type) || !name.test(op.thing) || !name.test(op.field)) return 'badValue'
  if (op.base !== null && !name.test(op.base)) return 'badValue'
  if (!Number.isSafeInteger(op.seq) || op.seq < 0) return 'badValue'
  const feed = parseFeedId(op.feed)
  if (!feed || !name.test(op.feed) || !scope.mayRead(op.feed)) return 'outOfScope'
  if (isOfNewerSchema(op, steps)) return 'newerSchema'
  const { unit, feedClass } = feed
  const rules = rulesOf(op.type)
  // What everybody in the province reads is for few to write, and its lock not for others to hold.
  if (
    feedClass === 'reference' &&
    !(rules?.feedClass === feedClass && rules.mayWrite(action => scope.mayDo(action, unit)))
  )
    return 'notYourRole'
  if (!rules) return 'unknownType'
  if (rules.feedClass !== feedClass) return 'otherFeed'
  return JSON.stringify(op.value).length > rules.longestValue(op.field) ? 'tooLarge' : undefined
}
