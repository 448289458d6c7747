import type { QmsFacts } from '../../qms/qms-facts.ts'
import { trainingCoverage } from '../../qms/training-coverage.ts'

/** Somebody within the scope, and whether they were at the awareness training. */
export interface Trainee {
  readonly id: string
  readonly name: string
  readonly isTrained: boolean
}

/** Who works within the scope of a commune on a day, as the gate of the attendance counts them. */
export const listTrainees = (facts: QmsFacts, today: string): readonly Trainee[] =>
  trainingCoverage(facts, 'aware', today).map(({ id, member, sessions }) => ({
    id,
    name: member.name,
    isTrained: sessions.length > 0,
  }))
