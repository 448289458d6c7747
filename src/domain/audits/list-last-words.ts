import { readCommentText } from '../responses/response.ts'
import type { ListedField } from './list-findings.ts'
import { byOrder } from './stored-field.ts'

/** What was said last about a finding or a report. */
export interface LastWord {
  readonly thing: string
  readonly text: string
  readonly author: string
  readonly at: number
}

/**
 * Of each thing what others said last, newest first: what the person has answered is left out, and so is what was said
 * before `since` (milliseconds since 1970). Nothing has to be kept of what somebody has read.
 */
export function listLastWords(
  comments: Iterable<ListedField>,
  { person, since }: { readonly person: string; readonly since: number },
): readonly LastWord[] {
  const last = [...Map.groupBy(comments, ({ thing }) => thing).values()].flatMap(
    own =>
      own
        .toSorted(byOrder)
        .flatMap(({ thing, value, author, at }) => {
          const text = readCommentText(value)
          return text === undefined ? [] : [{ thing, text, author, at }]
        })
        .at(-1) ?? [],
  )
  return last.filter(({ author, at }) => author !== person && at >= since).sort((a, b) => b.at - a.at)
}
