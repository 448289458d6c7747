import type { Role } from './role.ts'

/** A person holds a role in a unit, and in all below it, between two days. */
export interface Assignment {
  readonly id: string
  readonly person: string
  readonly role: Role
  readonly unit: string
  readonly from: string
  readonly to: string | null
  /** Areas of the commune's work that are theirs (`domain/audits/area.ts`); left out: it is not known which. */
  readonly areas?: readonly string[]
}

export interface Person {
  readonly id: string
  readonly name: string
}
