import type { Assignment } from './assignment.ts'

export type NewAssignment = Omit<Assignment, 'id' | 'person'>

/** Somebody who is to be added, with the roles they begin with. */
export interface NewPerson {
  readonly username: string
  readonly name: string
  readonly assignments: readonly NewAssignment[]
}
