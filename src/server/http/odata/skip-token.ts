import * as z from 'zod'
import { parseJson } from '../parse-json.ts'

/** PostgreSQL takes no NUL. */
const text = z
  .string()
  .max(1_000)
  .regex(/^[^\0]*$/u)

const token = z.strictObject({
  /** Rows still wanted after `$top`. */
  left: z.int().min(0).optional(),
  /** How many rows match altogether, when that was asked. */
  count: z.int().min(0).optional(),
  /** Where the last page ended, in the set's own order … */
  at: z
    .strictObject({
      unit: text,
      source: z.int().min(0).max(99),
      after: text,
      row: text,
    })
    .optional(),
  /** … or in the order that was asked for: the values of its last row, then its id. */
  key: z
    .array(z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .max(20)
    .optional(),
})

/** What the link to the next page carries; it says where to go on, and nothing of what may be read. */
export type SkipToken = z.infer<typeof token>

export const writeSkipToken = (given: SkipToken): string =>
  Buffer.from(JSON.stringify(given)).toString('base64url')

/** Undefined when it is none of ours. */
export function readSkipToken(text: string): SkipToken | undefined {
  const read = token.safeParse(parseJson(Buffer.from(text, 'base64url')))
  return read.success && (read.data.at === undefined) !== (read.data.key === undefined)
    ? read.data
    : undefined
}
