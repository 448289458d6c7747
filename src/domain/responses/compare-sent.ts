import { isSameJson, type JsonValue } from '../../lib/json-value.ts'
import type { AnswerValue } from '../forms/form-version.ts'
import type { SentAnswers } from './move.ts'
import { filesByQuestion, type Response } from './response.ts'

export interface AnswerChange {
  readonly question: string
  readonly before: AnswerValue | undefined
  readonly now: AnswerValue | undefined
  readonly noteBefore: string | undefined
  readonly noteNow: string | undefined
  readonly filesAdded: readonly string[]
  readonly filesRemoved: readonly string[]
}

/** What a sending carries of the response as it stands. */
export const sentAnswers = (response: Response): SentAnswers => ({
  answers: response.answers,
  notes: response.notes,
  files: filesByQuestion(response),
})

/** The sending before the latest one; undefined when it was sent once or never. */
export const previousSending = (response: Response): SentAnswers | undefined =>
  response.moves.filter(move => move.to === 'sent').at(-2)?.sent

/** By question, what differs between an earlier sending and now. */
export function changesSince(before: SentAnswers, now: SentAnswers): ReadonlyMap<string, AnswerChange> {
  const changes = new Map<string, AnswerChange>()
  const questions = new Set(
    [before, now].flatMap(sent =>
      [sent.answers, sent.notes, sent.files].flatMap(part => Object.keys(part ?? {})),
    ),
  )
  for (const question of questions) {
    const filesBefore = before.files?.[question] ?? []
    const filesNow = now.files?.[question] ?? []
    const change: AnswerChange = {
      question,
      before: before.answers?.[question],
      now: now.answers?.[question],
      noteBefore: before.notes?.[question],
      noteNow: now.notes?.[question],
      filesAdded: filesNow.filter(sha => !filesBefore.includes(sha)),
      filesRemoved: filesBefore.filter(sha => !filesNow.includes(sha)),
    }
    const isSame =
      isSameJson(change.before as JsonValue | undefined, change.now as JsonValue | undefined) &&
      change.noteBefore === change.noteNow &&
      change.filesAdded.length + change.filesRemoved.length === 0
    if (!isSame) changes.set(question, change)
  }
  return changes
}
