import type { Response } from './response.ts'

/**
 * Questions the reviewer commented on in the round that ended with the latest return: those the commune
 * is asked to look at again. Empty unless the response is returned now.
 */
export function returnedQuestions(response: Response): ReadonlySet<string> {
  const { moves, comments, state } = response
  const returned = moves.at(-1)
  if (state !== 'returned' || !returned) return new Set()
  const sentAt = moves.filter(move => move.to === 'sent').at(-1)?.order ?? 0
  const inRound = comments.filter(comment => comment.order > sentAt && comment.order <= returned.order)
  return new Set(inRound.map(comment => comment.question))
}
