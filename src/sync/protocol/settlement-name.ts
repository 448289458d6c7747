import type { FeedId, OpId, ThingId } from './op.ts'

/** An op that was held, and whose. */
export interface HeldName {
  readonly op: OpId
  readonly author: string
}

/** One thing for each feed has all its settlements. */
export const settlementThing = (feed: FeedId): ThingId => `held.${feed}`

export const settlementField = ({ op, author }: HeldName): string => `${op}/${author}`

/** No person's id has a slash. */
const questionEnd = '/ask'

/** Where a reviewer asks the author of a held op for something; it settles nothing. */
export const heldQuestionField = (name: HeldName): string => `${settlementField(name)}${questionEnd}`

export const isHeldQuestion = (field: string): boolean => field.endsWith(questionEnd)

/** Which held op a settlement, or a question, speaks of; undefined when of none. */
export function parseSettlementField(field: string): HeldName | undefined {
  const slash = field.indexOf('/')
  const end = isHeldQuestion(field) ? -questionEnd.length : undefined
  const [op, author] = [field.slice(0, slash), field.slice(slash + 1, end)]
  return slash > 0 && author !== '' ? { op, author } : undefined
}
