import type { StoredField } from '../../domain/audits/stored-field.ts'
import type { Entry } from '../protocol/op.ts'

/** Entries as the domain folds them. */
export const toStoredFields = (entries: Iterable<Entry>): readonly StoredField[] =>
  [...entries].map(({ field, value, author, at, seq }) => ({ field, value, author, at, order: seq }))
