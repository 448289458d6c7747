import type { StoredField } from '../../../domain/audits/stored-field.ts'
import type { Entry } from '../../../sync/protocol/op.ts'

/** An entry as the domain's readers want it. */
export const toStored = ({ field, value, author, at, seq }: Entry): StoredField => ({
  field,
  value,
  author,
  at,
  order: seq,
})
