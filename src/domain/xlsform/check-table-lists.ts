import type { Problems } from './problems.ts'
import { eachNode, type SurveyNode } from './survey-node.ts'

/** Tells of a `table-list` whose questions have not one list without filter, as ODK wants it: it is shown in parts. */
export function checkTableLists(roots: readonly SurveyNode[], problems: Problems): void {
  eachNode(roots, ({ kind, items, row }) => {
    const words = row.text('appearance').split(/\s+/u)
    if (kind === 'question' || !words.includes('table-list')) return
    const selects = items.filter(item => item.list !== undefined)
    const lists = new Set(selects.map(item => item.list))
    if (lists.size > 1 || selects.some(item => item.draft['choiceFilter'] !== undefined))
      problems.warnings.push({ code: 'tableListSplit', ...row.place('appearance') })
  })
}
