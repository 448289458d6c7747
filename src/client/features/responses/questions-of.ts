import { parseResponseField } from '../../../domain/responses/response-fields.ts'

/** The questions that some fields of a response belong to. */
export function questionsOf(fields: Iterable<string>): Set<string> {
  const questions = new Set<string>()
  for (const name of fields) {
    const field = parseResponseField(name)
    if (field && 'question' in field) questions.add(field.question)
  }
  return questions
}
