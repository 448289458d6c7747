import { splitKey } from '../../../domain/forms/row.ts'
import { ConflictBanner } from './conflict-banner.tsx'
import { useFilling, useFillingRevision } from './filling-context.tsx'
import type { Filling } from './filling.ts'

/**
 * Conflicts that stand at no question on the screen: a row that one person removed and another filled, and answers in
 * rows that are gone or at questions that are not asked any more.
 */
export function OtherConflicts() {
  const { filling } = useFilling()
  useFillingRevision()
  return filling
    .conflicts()
    .filter(({ question }) => question === undefined || !isAsked(filling, question))
    .map(conflict => {
      const key = conflict.question
      const question = key === undefined ? undefined : filling.form.questions.get(splitKey(key).id)?.question
      return <ConflictBanner key={conflict.op} conflict={conflict} question={question} named />
    })
}

const isAsked = ({ session }: Filling, question: string): boolean =>
  session.has(question) && session.question(question).relevant
