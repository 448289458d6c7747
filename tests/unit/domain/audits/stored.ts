import type { StoredField } from '../../../../src/domain/audits/stored-field.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'

/** Fields as the server took them, one after the other. */
export const stored = (
  fields: readonly (readonly [field: string, value: JsonValue, author?: string])[],
): readonly StoredField[] =>
  fields.map(([field, value, author = 'nam'], at) => ({ field, value, author, at: 1000 + at, order: at }))
