import { feedId } from '../../domain/people/feed.ts'
import type { Action } from '../../domain/people/role.ts'
import { limits } from '../protocol/limits.ts'
import { readHeldQuestion, readSettlement } from '../protocol/held-settlement.ts'
import {
  isHeldQuestion,
  parseSettlementField,
  settlementField,
  settlementThing,
} from '../protocol/settlement-name.ts'
import type { ThingRules } from './thing-rules.ts'

/** What reviewers decide about held ops of one class of feeds; `settle-held.ts` looks at the held op itself. */
const heldRules = (feedClass: 'unit' | 'audit', review: Action): ThingRules => ({
  feedClass,
  belongsTo: (thing, unit) => thing === settlementThing(feedId(unit, feedClass)),
  mayWrite: mayDo => mayDo(review),
  maySettle: ({ mayDo }) => mayDo(review),
  longestValue: () => limits.value,
  isAnonymous: () => false,
  refuse({ field, value }, { fields, mayDo }) {
    if (!mayDo(review)) return 'notYourRole'
    const named = parseSettlementField(field)
    if (!named) return 'unknownField'
    if (fields.has(settlementField(named))) return 'locked'
    if (isHeldQuestion(field)) return readHeldQuestion(value) ? undefined : 'badValue'
    const settlement = readSettlement(value)
    if (!settlement) return 'badValue'
    return settlement.result === 'dismissed' && settlement.note.trim() === '' ? 'reasonMissing' : undefined
  },
  effects: () => [],
})

export const heldWorkRules = heldRules('unit', 'response.review')
export const heldAuditWorkRules = heldRules('audit', 'audit.review')
