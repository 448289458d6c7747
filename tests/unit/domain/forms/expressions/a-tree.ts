import type { PathNode } from '../../../../../src/domain/forms/expressions/path-node.ts'
import type { EvaluationContext } from '../../../../../src/domain/forms/expressions/run.ts'
import type { Scalar } from '../../../../../src/domain/forms/expressions/scalar.ts'
import type { ShapeNode } from '../../../../../src/domain/forms/expressions/shape-node.ts'

/** A question is its value, a group an object, a repeat an array of its rows. */
export type Tree = Scalar | { readonly [name: string]: Tree | readonly Tree[] }

const isRows = (tree: Tree | readonly Tree[]): tree is readonly Tree[] => Array.isArray(tree)

/** The document node of `{ data: { a: 1, rep: [{ x: 1 }, { x: 2 }] } }`. */
export function aTree(tree: Tree): PathNode {
  return grow('', undefined, tree)
}

function grow(name: string, parent: PathNode | undefined, tree: Tree): PathNode {
  const children: PathNode[] = []
  const value = typeof tree === 'object' ? '' : tree
  const node: PathNode = { name, parent, children: () => children, value: () => value }
  if (typeof tree === 'object')
    for (const [key, below] of Object.entries(tree))
      for (const row of isRows(below) ? below : [below]) children.push(grow(key, node, row))
  return node
}

/** The node at `data/rep[2]/x`. */
export function nodeAt(root: PathNode, path: string): PathNode {
  return path.split('/').reduce((node, step) => {
    const [, name, row = '1'] = /^([^[]+)(?:\[(\d+)\])?$/u.exec(step) ?? []
    const found = node.children().filter(child => child.name === name)[Number(row) - 1]
    if (!found) throw new Error(`${path} has no ${step}`)
    return found
  }, root)
}

/** As pyxform rewrites it: below the nearest row, or else the document, that has the name. */
function resolve(name: string, from: PathNode): readonly PathNode[] {
  for (let above: PathNode | undefined = from; above; above = above.parent) {
    const isRow = above.parent?.children().some(other => other !== above && other.name === above?.name)
    const found = isRow || !above.parent ? listBelow(above).filter(node => node.name === name) : []
    if (found.length > 0) return found
  }
  return []
}

const listBelow = (node: PathNode): readonly PathNode[] =>
  node.children().flatMap(child => [child, ...listBelow(child)])

/** A world on 16 October 2017 in Vietnam, around one node of a tree. */
export function aContext(
  root: PathNode,
  node: PathNode,
  tables: Readonly<Record<string, PathNode>> = {},
): EvaluationContext {
  return {
    node,
    root,
    resolve,
    instance: id => tables[id],
    choiceLabel: (value, question) => `${question}: ${value}`,
    today: () => '2017-10-16',
    now: () => '2017-10-16T09:30:00.000+07:00',
    random: () => 0.5,
    uuid: () => '00000000-0000-4000-8000-000000000000',
  }
}

/** An attached table as XForms has it: root/item/column. */
export const aTable = (rows: readonly Tree[]): PathNode => aTree({ root: { item: rows } })

/** The definitions behind a tree: `{ data: { a: 1, rep: [{ x: 1 }] } }`, a repeat by its first row. */
export function aShape(tree: Tree): ShapeNode {
  return growShape('', undefined, tree, false)
}

function growShape(name: string, parent: ShapeNode | undefined, tree: Tree, isRepeat: boolean): ShapeNode {
  const children: ShapeNode[] = []
  const shape: ShapeNode = { name, parent, children, isRepeat }
  if (typeof tree === 'object')
    for (const [key, below] of Object.entries(tree))
      children.push(growShape(key, shape, isRows(below) ? (below[0] ?? {}) : below, isRows(below)))
  return shape
}
