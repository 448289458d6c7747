import { parseFeedId } from '../../domain/people/feed.ts'
import { limits } from '../protocol/limits.ts'
import type { Op } from '../protocol/op.ts'
import type { HeldReason } from '../protocol/wire.ts'
import { rulesOf } from './rules-of.ts'

/** Ids that tablets make. The server's own have a dot, so that no tablet can take one of them first. */
const tabletId = /^[\w-]{1,64}$/u
const name = new RegExp(`^[^\\p{Cc}\\p{Cs}]{1,${limits.name}}$`, 'u')

/** True when the op's id can be one of ours, so that it may be looked up. */
export const hasSaneId = (op: Op): boolean => tabletId.test(op.id)

/** Why an op does not even get to its feed; undefined when its feed has to judge it (SY4, SY9). */
export function refuseAtDoor(op: Op, isInScope: (feed: string) => boolean): HeldReason | undefined {
  if (!hasSaneId(op) || !tabletId.test(op.device)) return 'badValue'
  if (!name.test(op.type) || !name.test(op.thing) || !name.test(op.field)) return 'badValue'
  if (op.base !== null && !name.test(op.base)) return 'badValue'
  if (!Number.isSafeInteger(op.seq) || op.seq < 0) return 'badValue'
  const feed = parseFeedId(op.feed)
  if (!feed || !name.test(op.feed) || !isInScope(op.feed)) return 'outOfScope'
  switch (feed.feedClass) {
    case 'reference':
      return 'notYourRole'
    case 'audit':
      return 'unknownType'
    case 'unit': {
      const rules = rulesOf(op.type)
      if (!rules) return 'unknownType'
      return JSON.stringify(op.value).length > rules.longestValue(op.field) ? 'tooLarge' : undefined
    }
  }
}
