import type { Action } from '../people/role.ts'

export const documentStates = ['draft', 'inReview', 'changesAsked', 'approved', 'issued', 'obsolete'] as const
export type DocumentState = (typeof documentStates)[number]

export type DocumentNeed = 'reason' | 'file' | 'decision' | 'issuedOn' | 'otherPerson'

export interface DocumentMoveRule {
  readonly action: Action
  readonly needs: readonly DocumentNeed[]
}

const write = 'qms.write' as const

/**
 * A document's way through TCVN ISO 9001:2008, 4.2.3. A new revision begins again with `draft`; the issued one before
 * it stays in force until the new one is issued.
 * ```
 *  draft ─▶ inReview ─▶ approved ─▶ issued ─▶ obsolete
 *            │    ▲                   │
 *            ▼    │                   └─▶ draft (a new revision)
 *        changesAsked
 * ```
 */
export const documentMoves: Readonly<
  Record<DocumentState, Partial<Record<DocumentState, DocumentMoveRule>>>
> = {
  draft: { inReview: { action: write, needs: ['file'] } },
  inReview: {
    changesAsked: { action: 'qms.review', needs: ['reason'] },
    approved: { action: 'qms.approve', needs: ['otherPerson'] },
  },
  changesAsked: { inReview: { action: write, needs: ['file'] } },
  approved: {
    issued: { action: 'qms.approve', needs: ['decision', 'issuedOn'] },
    changesAsked: { action: 'qms.review', needs: ['reason'] },
  },
  issued: {
    draft: { action: write, needs: ['reason'] },
    obsolete: { action: 'qms.approve', needs: ['reason'] },
  },
  obsolete: {},
}

export const isDocumentState = (value: unknown): value is DocumentState =>
  (documentStates as readonly unknown[]).includes(value)

/** Title, code and files of the revision in hand may change. */
export const isDocumentOpen = (state: DocumentState): boolean => state === 'draft' || state === 'changesAsked'
