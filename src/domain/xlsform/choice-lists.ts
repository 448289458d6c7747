import type { Draft } from './draft.ts'
import type { FoundExpression } from './expression-cell.ts'
import { otherOption } from './or-other.ts'
import type { Problems } from './problems.ts'
import type { ChoiceList } from './read-choices.ts'
import { eachNode, type SurveyNode } from './survey-node.ts'

/** Setting `iso_lists`: where the options of a list stand, by its name in the sheet. */
export type GivenLists = Readonly<Record<string, string | null>>

/** Lists by the name they have in the form: those that stand in `choiceLists`. */
export interface ChoiceLists {
  readonly kept: ReadonlyMap<string, readonly Draft[]>
  /** What a question says of its options. */
  readonly draftOf: (list: string) => Draft
}

/**
 * Decides where options stand: inside the question when it is the only one with that list and takes all of it, else
 * in `choiceLists`. `given` (setting `iso_lists`: name in the sheet → name in the form, or null for inside) goes first.
 */
export function placeChoiceLists(
  roots: readonly SurveyNode[],
  lists: ReadonlyMap<string, ChoiceList>,
  expressions: ReadonlyMap<SurveyNode, readonly FoundExpression[]>,
  given: GivenLists,
  problems: Problems,
): ChoiceLists {
  const uses = new Map<string, number>()
  const shared = new Set<string>()
  const withOther = new Set<string>()
  eachNode(roots, node => {
    for (const { source } of expressions.get(node) ?? [])
      for (const match of source.matchAll(/\binstance\s*\(\s*(?:'([^']*)'|"([^"]*)")\s*\)/gu))
        shared.add(match[1] ?? match[2] ?? '')
    if (node.list === undefined) return
    uses.set(node.list, (uses.get(node.list) ?? 0) + 1)
    if (node.draft['choiceFilter'] !== undefined) shared.add(node.list)
    if (node.addsOther === true) withOther.add(node.list)
  })
  const optionsOf = (name: string): readonly Draft[] => {
    const options = lists.get(name)?.options ?? []
    const addsOther = withOther.has(name) && !options.some(({ value }) => value === otherOption['value'])
    return addsOther ? [...options, otherOption] : options
  }
  // Only a list may hold a value twice, so those that `allow_choice_duplicates` lets through stand in one.
  const hasTwins = (name: string): boolean => {
    const values = lists.get(name)?.options.map(option => option['value']) ?? []
    return new Set(values).size < values.length
  }
  const isKept = (name: string): boolean =>
    Object.hasOwn(given, name)
      ? given[name] !== null
      : shared.has(name) || (uses.get(name) ?? 0) > 1 || hasTwins(name)

  const kept = new Map<string, readonly Draft[]>()
  for (const [name, list] of lists) {
    if (isKept(name)) kept.set(given[name] ?? name, optionsOf(name))
    if (!uses.has(name) && !shared.has(name) && list.isRead !== true && list.rows[0])
      problems.warnings.push({ code: 'listNotUsed', ...list.rows[0].place('list_name'), list: name })
  }
  for (const [name, own] of Object.entries(given)) if (!lists.has(name) && own !== null) kept.set(own, [])
  return {
    kept,
    draftOf: name =>
      isKept(name)
        ? // Its options are filled in from the list.
          { list: given[name] ?? name }
        : { options: optionsOf(name) },
  }
}
