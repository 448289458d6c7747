import type { JsonValue } from '../../lib/json-value.ts'

/** What the server computed of a sending: `results/<move>`. */
export interface SentResult {
  /** 0–100; null when the form has no score. */
  readonly score: number | null
  readonly band: string | null
}

export function readSentResult(value: JsonValue | undefined): SentResult {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { score: null, band: null }
  const { total, band } = value as Record<string, JsonValue>
  return {
    score: typeof total === 'number' ? total : null,
    band: typeof band === 'string' ? band : null,
  }
}
