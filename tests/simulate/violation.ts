/**
 * `lost`: what was shown as saved is nowhere. `duplicated`: it is there twice, or an id was used twice. `leaked`: somebody
 * read or wrote outside their scope. `diverged`: log, entries, replicas or chains do not agree, or did not become quiet.
 */
export type ViolationKind = 'lost' | 'duplicated' | 'leaked' | 'diverged'

export interface Violation {
  readonly kind: ViolationKind
  readonly tells: string
}
