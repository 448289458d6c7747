import { changesSince, sentAnswers } from './compare-sent.ts'
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

/** Those of them whose answer, note and files are still as they were sent. */
export function uncorrectedQuestions(response: Response): ReadonlySet<string> {
  const returned = returnedQuestions(response)
  const sent = response.moves.filter(move => move.to === 'sent').at(-1)?.sent
  if (returned.size === 0 || !sent) return returned
  const changes = changesSince(sent, sentAnswers(response))
  return new Set([...returned].filter(question => !changes.has(question)))
}
