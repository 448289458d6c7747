import type { ChoiceQuestion } from '../../../../domain/forms/form-version.ts'

/** Several may have been changed on the sheet: an exclusive one that is new stands alone, one that was there goes. */
export function clearExclusive(
  { options }: ChoiceQuestion,
  before: readonly string[],
  next: readonly string[],
): readonly string[] {
  const isExclusive = (value: string): boolean =>
    options.find(option => option.value === value)?.exclusive === true
  if (next.length < 2) return next
  const fresh = next.find(value => isExclusive(value) && !before.includes(value))
  return fresh === undefined ? next.filter(value => !isExclusive(value)) : [fresh]
}
