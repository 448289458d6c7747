import { readFile } from 'node:fs/promises'
import { compileForm } from '../../../domain/forms/compile-form.ts'
import { evaluateAnswers, type AnswersProblem } from '../../../domain/forms/evaluate-answers.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { explainError } from '../explain-error.ts'
import { readXlsformFile } from './read-xlsform-file.ts'
import { writeProblem } from './write-problem.ts'

const words: Readonly<Record<AnswersProblem['type'], string>> = {
  unknownQuestion: 'The form has no such question. Use its name, or its path such as group/question.',
  notAnAnswer: 'This value cannot answer the question.',
  notRows: 'A repeat is answered by a list of objects, one for each row.',
}

export interface EvaluateGiven {
  /** An XLSForm. */
  readonly file: string
  /** Its answers, JSON. */
  readonly answersFile: string
  /** CSV files and pictures that the form names. */
  readonly attached: readonly string[]
  /** An ISO date-time with offset, for `today()` and `now()`. */
  readonly now: string
}

/** Evaluates an XLSForm with answers from a JSON file and prints how every question stands, as JSON. */
export async function evaluateFile({ file, answersFile, attached, now }: EvaluateGiven): Promise<number> {
  const reading = await readXlsformFile(file, attached)
  if (!reading.ok) return refuse(reading.error)
  const { form, errors } = reading.value
  const compiled = form && compileForm(form)
  if (!compiled?.ok) return refuse(...errors.map(problem => ({ ...writeProblem(problem) })))

  const answers = await readAnswers(answersFile)
  if (typeof answers === 'string')
    return refuse({ code: 'answersUnreadable', file: answersFile, message: answers })
  const evaluated = evaluateAnswers(compiled.value, answers, {
    today: () => now.slice(0, 10),
    now: () => now,
    random: Math.random,
    uuid: () => crypto.randomUUID(),
  })
  if (!evaluated.ok) {
    const { type, ...details } = evaluated.error
    return refuse({ code: type, file: answersFile, ...details, message: words[type] })
  }
  console.log(JSON.stringify(evaluated.value, undefined, 2))
  return 0
}

async function readAnswers(file: string): Promise<Readonly<Record<string, JsonValue>> | string> {
  try {
    const json = JSON.parse(await readFile(file, 'utf8')) as JsonValue
    if (typeof json === 'object' && json !== null && !Array.isArray(json))
      return json as Readonly<Record<string, JsonValue>>
    return 'Answers are one JSON object: { "question": value }.'
  } catch (error) {
    return explainError(error)
  }
}

function refuse(...errors: readonly Readonly<Record<string, unknown>>[]): number {
  console.log(JSON.stringify({ errors }, undefined, 2))
  return 1
}
