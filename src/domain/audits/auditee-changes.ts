import { feedId } from '../people/feed.ts'
import type { Photo } from '../responses/photo.ts'
import { findingFields, findingType } from './finding-fields.ts'
import type { FeedChange } from './report-changes.ts'
import { reportFields, reportType } from './report-fields.ts'

/** What the head of the audited commune says of one finding. */
export interface Acceptance {
  /** The finding's thing. */
  readonly finding: string
  /** Why it is disputed; undefined: accepted. */
  readonly disputed: string | undefined
}

/** What receiving a report writes: the auditee's signature on it, and a word on each finding that asks for action. */
export function auditeeChanges(given: {
  readonly unit: string
  readonly report: string
  /** Of the content that was signed. */
  readonly hash: string
  readonly opinion: string
  readonly signature: { readonly sha256: string; readonly photo: Photo }
  readonly acceptances: readonly Acceptance[]
  readonly newId: () => string
}): readonly FeedChange[] {
  const { unit, hash, opinion, signature, acceptances, newId } = given
  const feed = feedId(unit, 'unit')
  const report = { feed, type: reportType, thing: given.report }
  const { sha256, photo } = signature
  return [
    { ...report, field: reportFields.evidence('auditee', sha256), value: { ...photo } },
    { ...report, field: reportFields.signature('auditee'), value: { sha256, hash, opinion } },
    ...acceptances.flatMap(({ finding, disputed }): FeedChange[] => {
      const issued = { feed, type: findingType, thing: finding }
      const field = findingFields.move(newId())
      if (disputed !== undefined) return [{ ...issued, field, value: { to: 'disputed', reason: disputed } }]
      return [
        { ...issued, field: findingFields.evidence('signature', sha256), value: { ...photo } },
        { ...issued, field, value: { to: 'accepted', signature: sha256 } },
      ]
    }),
  ]
}
