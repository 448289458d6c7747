import type { FormVersion, LocalText } from '../../../domain/forms/form-version.ts'

/** Words for the people whom a checklist asks: the options of its own lists, by their value. */
export const listInterviewees = ({ choiceLists = {} }: FormVersion): ReadonlyMap<string, LocalText> =>
  new Map(
    Object.values(choiceLists).flatMap(options =>
      options.map(({ value, label }): [string, LocalText] => [value, label]),
    ),
  )
