import type { Problems } from './problems.ts'
import { eachNode, type SurveyNode } from './survey-node.ts'

/** XML's names without colon, in any alphabet. */
const nameShape = /^(?!__proto__$)[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u
const longest = 100

/** How a name in `${}` is resolved. */
export interface Names {
  readonly find: (name: string) => SurveyNode | 'unknown' | 'ambiguous'
  readonly byId: ReadonlyMap<string, SurveyNode>
}

/**
 * Gives every node its id: its name where no other has it, else the way to it, joined by dots. A node with `iso_id`
 * has that, and is referred to by it.
 */
export function assignIds(roots: readonly SurveyNode[], problems: Problems): Names {
  checkSiblings(roots, problems)
  checkRepeats(roots, problems)
  const byName = new Map<string, number>()
  eachNode(roots, node => {
    if (node.items.length > 0) checkSiblings(node.items, problems)
    checkName(node, problems)
    if (node.ownId === undefined) byName.set(node.name, (byName.get(node.name) ?? 0) + 1)
  })
  const byId = new Map<string, SurveyNode>()
  eachNode(roots, node => {
    if (node.ownId !== undefined) take(node, node.ownId, byId, problems)
  })
  eachNode(roots, (node, parents) => {
    if (node.ownId !== undefined) return
    const way = [...parents.map(parent => parent.name), node.name].join('.')
    take(node, byName.get(node.name) === 1 ? node.name : way, byId, problems)
  })
  return {
    byId,
    find(name) {
      if ((byName.get(name) ?? 0) > 1) return 'ambiguous'
      return byId.get(name) ?? 'unknown'
    },
  }
}

/** Names that we can tell apart, and ODK cannot. */
function checkRepeats(roots: readonly SurveyNode[], problems: Problems): void {
  const repeats = new Map<string, SurveyNode>()
  eachNode(roots, (node, parents) => {
    const { kind, name, row } = node
    const isReserved = parents.length === 0 ? name === 'meta' : false
    if (isReserved || (kind === 'repeat' && name === 'data'))
      problems.warnings.push({ code: 'reservedName', ...row.place('name'), name })
    if (kind !== 'repeat' || name === '') return
    const other = repeats.get(name)
    if (other)
      problems.warnings.push({
        code: 'repeatNamedTwice',
        ...row.place('name'),
        name,
        otherRow: other.row.row,
      })
    else repeats.set(name, node)
  })
}

function take(node: SurveyNode, id: string, byId: Map<string, SurveyNode>, problems: Problems): void {
  node.id = id
  const other = byId.get(id)
  if (!other) byId.set(id, node)
  // Siblings of one name have been told.
  else if (node.name !== other.name || node.ownId !== undefined)
    problems.errors.push({ code: 'duplicateId', ...node.row.place('name'), id, otherRow: other.row.row })
}

function checkName(node: SurveyNode, problems: Problems): void {
  for (const [name, column] of [
    [node.name, 'name'],
    [node.ownId, 'iso_id'],
  ] as const) {
    if (name === undefined) continue
    if (name === '') problems.errors.push({ code: 'nameMissing', ...node.row.place(column) })
    else if (!nameShape.test(name) || name.length > longest)
      problems.errors.push({ code: 'invalidName', ...node.row.place(column), name })
  }
}

function checkSiblings(siblings: readonly SurveyNode[], problems: Problems): void {
  const seen = new Map<string, SurveyNode>()
  const folded = new Map<string, SurveyNode>()
  for (const node of siblings) {
    if (node.name === '') continue
    const same = seen.get(node.name)
    const alike = folded.get(node.name.toLowerCase())
    if (same)
      problems.errors.push({
        code: 'duplicateName',
        ...node.row.place('name'),
        name: node.name,
        otherRow: same.row.row,
      })
    else if (alike)
      problems.warnings.push({
        code: 'nameDiffersInCase',
        ...node.row.place('name'),
        name: node.name,
        other: alike.name,
      })
    seen.set(node.name, node)
    folded.set(node.name.toLowerCase(), node)
  }
}
