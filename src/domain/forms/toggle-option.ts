import type { ChoiceQuestion } from './form-version.ts'

/**
 * The choices after a tap on one: in the order of the options, an exclusive one alone. Choices that the form does
 * not know are dropped.
 */
export function toggleOption(
  question: ChoiceQuestion,
  current: readonly string[] | null,
  value: string,
): readonly string[] {
  const chosen = new Set(current ?? [])
  if (chosen.has(value)) chosen.delete(value)
  else {
    const isExclusive = (wanted: string): boolean =>
      question.options.some(option => option.value === wanted && option.exclusive === true)
    for (const other of chosen) if (isExclusive(value) || isExclusive(other)) chosen.delete(other)
    chosen.add(value)
  }
  return question.options.map(option => option.value).filter(option => chosen.has(option))
}
