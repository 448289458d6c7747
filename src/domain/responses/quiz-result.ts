import type { JsonValue } from '../../lib/json-value.ts'
import type { QuizResult } from './grade-quiz.ts'
import { readMove } from './move.ts'
import { parseResponseField, responseFields } from './response-fields.ts'
import type { ResponseEntry } from './response.ts'

/** What `FormVersion.kind` says of a form whose right answers the server has. */
export const quizKind = 'quiz'

/** The result of the latest sending; undefined until the server has graded it, and for a form without a key. */
export function readQuizResult(
  entries: readonly (Omit<ResponseEntry, 'order'> & { readonly seq: number })[],
): QuizResult | undefined {
  let latest: { readonly id: string; readonly seq: number } | undefined
  for (const entry of entries) {
    const field = parseResponseField(entry.field)
    if (field?.kind !== 'move' || (latest && entry.seq < latest.seq)) continue
    if (readMove(field.id, { ...entry, order: entry.seq })?.to === 'sent')
      latest = { id: field.id, seq: entry.seq }
  }
  const name = latest && responseFields.result(latest.id)
  const value = entries.find(({ field }) => field === name)?.value
  return isObject(value) && isQuizResult(value) ? (value as unknown as QuizResult) : undefined
}

function isQuizResult({ total, isPassed, passMark, questions }: Record<string, JsonValue>): boolean {
  return (
    typeof total === 'number' &&
    typeof isPassed === 'boolean' &&
    typeof passMark === 'number' &&
    isObject(questions) &&
    Object.values(questions).every(
      one => isObject(one) && typeof one['isRight'] === 'boolean' && Array.isArray(one['right']),
    )
  )
}

const isObject = (value: JsonValue | undefined): value is Record<string, JsonValue> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
