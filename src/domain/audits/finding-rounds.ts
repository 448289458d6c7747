import type { EvidenceFile } from '../responses/evidence-file.ts'
import { planParts, type ActionPart, type FindingSlot } from './finding-fields.ts'
import { isWayBack, type FindingState } from './finding-state.ts'

/** The rounds that plan, and what is done and checked, are in; both begin at 1. */
export interface FindingRounds {
  readonly plan: number
  readonly done: number
}

/** Words and evidence of one round. */
export interface FindingRound {
  readonly round: number
  readonly action: Readonly<Partial<Record<ActionPart, string>>>
  readonly files: Readonly<Record<FindingSlot, Readonly<Record<string, EvidenceFile>>>>
}

/**
 * Counts the rounds of a finding: a way back begins a new one. Not yet done asks for doing alone, all others for a new plan.
 * @param first the state before any move
 * @param hasNoEffect whether a round's check found no effect: the plan of the next one is open then, before any move
 */
export function countRounds(
  moves: readonly { readonly to: FindingState }[],
  first: FindingState,
  hasNoEffect: (round: number) => boolean,
): FindingRounds {
  let state = first
  let [plan, done] = [1, 1]
  for (const { to } of moves) {
    if (isWayBack(state, to)) {
      done += 1
      if (to !== 'planApproved') plan = done
    }
    state = to
  }
  if (state === 'verified' && hasNoEffect(done)) plan = done + 1
  return { plan, done }
}

export const roundOfPart = (part: ActionPart, { plan, done }: FindingRounds): number => {
  if (part === 'owner') return 1
  return planParts.includes(part) ? plan : done
}

export const roundOfSlot = (slot: FindingSlot, { done }: FindingRounds): number =>
  slot === 'done' || slot === 'verify' ? done : 1
