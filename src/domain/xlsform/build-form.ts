import type { ChoiceLists } from './choice-lists.ts'
import { nextLooseIds } from './loose-ids.ts'
import { toDraft, type Draft } from './draft.ts'
import type { SurveyNode, SurveyPage } from './survey-node.ts'

/** Puts sections together from pages. `rowOf` learns which row an item came from. */
export function buildSections(
  pages: readonly SurveyPage[],
  title: unknown,
  lists: ChoiceLists,
  rowOf: Map<unknown, SurveyNode>,
): readonly Draft[] {
  const nextLoose = nextLooseIds(
    pages.flatMap(({ group, page, items }) => [...idsOf(items), group?.id, page?.['id']]),
  )
  const build = (node: SurveyNode): Draft => {
    const item = toDraft({
      ...node.draft,
      ...(node.list === undefined ? {} : lists.draftOf(node.list)),
      id: node.id,
      name: node.name === node.id ? undefined : node.name,
      relevance: node.otherOf ? `selected(\${${node.otherOf.id}}, 'other')` : node.draft['relevance'],
      items: node.kind === 'question' ? undefined : node.items.map(build),
    })
    rowOf.set(item, node)
    return item
  }
  return pages.map(({ group, page, items }) => {
    const built = items.map(build)
    if (!group) return { id: page?.['id'] ?? nextLoose(), title, isLoose: true, ...page, items: built }
    const { type: _, label = { vi: '', en: '' }, ...draft } = group.draft
    const section = { title: label, ...draft, id: group.id, items: built }
    rowOf.set(section, group)
    return section
  })
}

const idsOf = (nodes: readonly SurveyNode[]): readonly string[] =>
  nodes.flatMap(node => [node.id, ...idsOf(node.items)])
