import type { JsonValue } from '../../lib/json-value.ts'
import { isVerdict, type Verdict } from './verdict.ts'

/** How files were chosen. */
export const sampleMethods = ['random', 'judgement', 'all'] as const
export type SampleMethod = (typeof sampleMethods)[number]

/** What was sampled for a check: how many of how many, and how they were chosen. */
export interface Sample {
  readonly population: number
  readonly size: number
  readonly method: SampleMethod
}

/** One file of a sample. */
export interface SampledFile {
  readonly id: string
  /** The file's own number, as on its cover. */
  readonly file: string
  readonly verdict: Verdict | undefined
  readonly note: string
}

export function readSample(value: JsonValue): Sample | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { population, size, method } = value as Record<string, JsonValue>
  const known = sampleMethods.find(name => name === method)
  return isCount(population) && isCount(size) && size <= population && known
    ? { population, size, method: known }
    : undefined
}

export function readSampled(id: string, value: JsonValue): SampledFile | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { file, verdict = null, note = '' } = value as Record<string, JsonValue>
  if (typeof file !== 'string' || file.length > 200 || typeof note !== 'string' || note.length > 2000)
    return undefined
  if (verdict !== null && !isVerdict(verdict)) return undefined
  return { id, file, verdict: verdict ?? undefined, note }
}

const isCount = (value: JsonValue | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 1_000_000
