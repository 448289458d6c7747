import type { JsonValue } from '../../lib/json-value.ts'

/**
 * `own`: chosen by the person; `oneTime`: made by an administrator, opens nothing but its own replacement; `operator`: set
 * at the server's command line.
 */
type PasswordKind = 'own' | 'oneTime' | 'operator'

/**
 * What the province's log keeps of a new password: that there is one, of which kind and since when (milliseconds since
 * 1970, so that each differs from the one before). Never what it is.
 */
export const passwordChange = (person: string, kind: PasswordKind, at: number) => ({
  type: 'person' as const,
  thing: person,
  field: 'password',
  value: { kind, at },
})

/** The kind that such a value tells of; undefined for what is no such value. */
export function passwordKindOf(value: JsonValue): PasswordKind | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined
  const { kind } = value
  return kind === 'own' || kind === 'oneTime' || kind === 'operator' ? kind : undefined
}
