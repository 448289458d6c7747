import type { Document } from './document.ts'

/** The day the system began to be applied: when the first of its documents was issued; undefined before. */
export const documentsAppliedSince = (documents: Iterable<Document>): string | undefined =>
  [...documents]
    .flatMap(({ revisions }) =>
      revisions.flatMap(({ issuedOn }) => (issuedOn === undefined ? [] : [issuedOn])),
    )
    .sort()[0]
