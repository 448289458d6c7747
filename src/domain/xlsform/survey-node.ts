import type { Draft } from './draft.ts'
import type { XlsformRow } from './xlsform-row.ts'

/** A question, group or repeat of the survey sheet, before its id is known. */
export interface SurveyNode {
  readonly kind: 'group' | 'repeat' | 'question'
  readonly name: string
  readonly row: XlsformRow
  /** Given by column `iso_id`. */
  readonly ownId?: string
  draft: Draft
  /** List that a question takes its options from. */
  list?: string
  /** `or_other`: its list gets one more option. */
  readonly addsOther?: boolean
  /** The question that "other" was chosen in. */
  readonly otherOf?: SurveyNode
  readonly items: SurveyNode[]
  id: string
}

/** A page of the form: a top-level group, or nodes that stand in none. */
export interface SurveyPage {
  readonly group?: SurveyNode
  /** What `iso_page` says of loose nodes. */
  readonly page?: Draft
  readonly items: readonly SurveyNode[]
}

/** Calls for every node, parents first. */
export function eachNode(
  nodes: readonly SurveyNode[],
  visit: (node: SurveyNode, parents: readonly SurveyNode[]) => void,
  parents: readonly SurveyNode[] = [],
): void {
  for (const node of nodes) {
    visit(node, parents)
    eachNode(node.items, visit, [...parents, node])
  }
}
