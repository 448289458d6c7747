import { createProblems, type Problems } from './problems.ts'
import { readChoices, type ChoiceList } from './read-choices.ts'
import type { SheetReading } from './read-sheet.ts'

/** The sheet that `select_one_external` takes its choices from. */
export const externalSheet = 'external_choices'

const suffix = '@external'

/** The name of a list of that sheet among all lists: the two sheets may use one name for different choices. */
export const externalName = (list: string, lists: ReadonlyMap<string, ChoiceList>): string =>
  lists.has(list + suffix) ? list + suffix : list

/**
 * Adds the lists of that sheet. A value may stand in several of its rows, one for each answer they are filtered by. A
 * sheet without labels shows the values.
 */
export function addExternalChoices(
  sheet: SheetReading,
  lists: Map<string, ChoiceList>,
  problems: Problems,
): void {
  const found = createProblems()
  const isLabelled = sheet.has('label')
  for (const [name, list] of readChoices(sheet, true, found)) {
    const own = lists.has(name) ? name + suffix : name
    const options = isLabelled
      ? list.options
      : list.options.map(option => ({ ...option, label: { vi: option['value'], en: option['value'] } }))
    lists.set(own, { ...list, name: own, options })
  }
  problems.errors.push(...found.errors)
  problems.warnings.push(...found.warnings.filter(({ code }) => isLabelled || code !== 'choiceLabelMissing'))
}
