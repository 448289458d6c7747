import type { PathNode } from './expressions/path-node.ts'
import type { ShapeNode } from './expressions/shape-node.ts'
import type { FormPlace } from './form-place.ts'
import type { FormVersion, Option } from './form-version.ts'

const leaf = (name: string, text: string, parent: () => PathNode | undefined): PathNode => ({
  name,
  get parent() {
    return parent()
  },
  children: () => [],
  value: () => text,
})

/** An element of a list, with its columns as children: what `root/item` of a secondary instance holds. */
function itemNode(columns: Readonly<Record<string, string>>, parent: () => PathNode | undefined): PathNode {
  let made: readonly PathNode[] | undefined
  const item: PathNode = {
    name: 'item',
    get parent() {
      return parent()
    },
    children: () => (made ??= Object.entries(columns).map(([name, text]) => leaf(name, text, () => item))),
    value: () => '',
  }
  return item
}

const columnsOf = (option: Option, language: string): Readonly<Record<string, string>> => ({
  name: option.value,
  label: option.label[language] ?? option.label['vi'] ?? '',
  ...option.columns,
})

/** Options as a choice filter sees them: elements of a list, as `instance('list')/root/item` has them. */
export const optionNodes = (options: readonly Option[], language: string): readonly PathNode[] =>
  listDocument(options.map(option => columnsOf(option, language)))
    .children()[0]
    ?.children() ?? []

function listDocument(rows: readonly Readonly<Record<string, string>>[]): PathNode {
  const root: PathNode = { name: 'root', parent: undefined, children: () => items, value: () => '' }
  const document: PathNode = { name: '', parent: undefined, children: () => [root], value: () => '' }
  const items = rows.map(columns => itemNode(columns, () => root))
  return document
}

/** `instance('id')`: the document node of a list of choices or of an attached table; undefined when there is none. */
export function findSecondaryInstance(form: FormVersion, id: string, language: string): PathNode | undefined {
  const table = form.tables?.[id]
  if (table) {
    const [header = [], ...rows] = table
    return listDocument(
      rows.map(cells => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']))),
    )
  }
  const options = form.choiceLists?.[id]
  return options && listDocument(options.map(option => columnsOf(option, language)))
}

/** An element of the list that a choice filter of the question is asked of, with the columns it can read. */
export function optionShape({ question }: FormPlace): ShapeNode | undefined {
  if (!question || !('options' in question) || question.choiceFilter === undefined) return undefined
  if (question.optionsFrom !== undefined) return undefined
  const names = new Set(['name', 'label'])
  for (const { columns } of question.options) for (const name in columns) names.add(name)
  const items: ShapeNode[] = []
  const root: ShapeNode = { name: 'root', parent: undefined, isRepeat: false, children: items }
  const columns: ShapeNode[] = []
  const item: ShapeNode = { name: 'item', parent: root, isRepeat: false, children: columns }
  items.push(item)
  for (const name of names) columns.push({ name, parent: item, isRepeat: false, children: [] })
  return item
}
