import type { PathNode } from './expressions/path-node.ts'
import type { CompiledForm, FormNode } from './compile-form.ts'
import type { FormPlace } from './form-place.ts'
import { childrenOf, createInstance, type Instance } from './instance.ts'
import { countSharedRepeats, repeatsAround } from './resolve-name.ts'
import { keyInRow } from './row.ts'

/** The answers' tree: an instance of each place, in repeats one for each row. */
export interface InstanceTree {
  /** What paths begin with: `/` */
  readonly document: PathNode
  /** What stands at the top, in the order of the form. */
  readonly top: readonly Instance[]
  /** A question, group or frame by its key. */
  readonly find: (key: string) => Instance | undefined
  /** Every instance of a place; of a repeat the frames. */
  readonly listOf: (placeId: string) => Iterable<Instance>
  /** `${name}` as seen from an instance: in the same rows, and below them in all; hidden ones left out. */
  readonly resolve: (name: string, from: Instance) => readonly Instance[]
  /** Instances of a place that share the rows of another instance as far as the repeats are the same. */
  readonly listBeside: (node: FormNode, of: Instance) => Iterable<Instance>
  /** Every instance of a place, in the order of the form. */
  readonly listInOrder: (node: FormNode) => readonly Instance[]
  /** Gives a frame these rows; kept ones keep their instances. Returns what is new and what is gone, all levels. */
  readonly setRows: (frame: Instance, ids: readonly string[]) => RowsChange
}

export interface RowsChange {
  readonly added: readonly Instance[]
  readonly removed: readonly Instance[]
  /** Rows that stayed are in another order now. */
  readonly isMoved: boolean
}

export function createInstanceTree({ nodes, places }: CompiledForm): InstanceTree {
  const byKey = new Map<string, Instance>()
  const byPlace = new Map<string, Set<Instance>>(nodes.map(node => [node.key, new Set()]))
  const nodeOf = new Map(nodes.map(node => [node.key, node]))
  const top: Instance[] = []
  const root: PathNode = {
    name: 'data',
    get parent() {
      return document
    },
    children: () => childrenOf(top),
    value: () => '',
  }
  const document: PathNode = { name: '', parent: undefined, children: () => [root], value: () => '' }

  function grow(
    node: FormNode,
    up: Instance | undefined,
    rows: readonly string[],
    added: Instance[],
  ): Instance {
    const isFrame = node.place.isRepeat
    const key = keyInRow(node.key, rows.at(-1) ?? '')
    const kind = isFrame ? 'frame' : node.question ? 'question' : 'group'
    const made = createInstance({ node, key, rows, kind, up, root })
    byKey.set(key, made)
    byPlace.get(node.key)?.add(made)
    added.push(made)
    if (!isFrame) for (const child of node.children) made.below.push(grow(child, made, rows, added))
    return made
  }

  function growRow(frame: Instance, id: string, added: Instance[]): Instance {
    const { node } = frame
    const rows = [...frame.rows, id]
    const row = createInstance({ node, key: keyInRow(node.key, id), rows, kind: 'row', up: frame, root })
    added.push(row)
    for (const child of node.children) row.below.push(grow(child, row, rows, added))
    return row
  }

  function cut(instance: Instance, removed: Instance[]): void {
    removed.push(instance)
    if (instance.kind !== 'row') {
      byKey.delete(instance.key)
      byPlace.get(instance.node.key)?.delete(instance)
    }
    for (const child of instance.below) cut(child, removed)
  }

  for (const place of places.root.children) {
    const node = nodeOf.get(place.id)
    if (node) top.push(grow(node, undefined, [], []))
  }

  /** Instances of a place below some row, in the order of the form: rows may have been put before others. */
  function listBelow({ id, repeats }: FormPlace, row: string, depth: number): readonly Instance[] {
    let rows: readonly string[] = [row]
    for (const repeat of repeats.slice(depth))
      rows = rows.flatMap(
        one => byKey.get(keyInRow(repeat.id, one))?.below.map(({ rows }) => rows.at(-1) ?? '') ?? [],
      )
    return rows.flatMap(one => byKey.get(keyInRow(id, one)) ?? [])
  }
  /** Known until rows come, go or move. */
  const inOrder = new Map<string, readonly Instance[]>()
  function listAll(place: FormPlace): readonly Instance[] {
    const known = inOrder.get(place.id) ?? listBelow(place, '', 0)
    inOrder.set(place.id, known)
    return known
  }

  return {
    document,
    top,
    find: key => byKey.get(key),
    listOf: id => byPlace.get(id) ?? [],
    resolve(name, from) {
      const node = nodeOf.get(name)
      if (!node) return []
      const around = repeatsAround(node.place)
      const shared = countSharedRepeats(node.place, from.node.place)
      // A frame stands for its rows to come: it is in no row of its own repeat.
      const own = Math.min(shared, from.rows.length)
      if (!node.place.isRepeat && around.length === own) {
        const found = byKey.get(keyInRow(node.key, from.rows[own - 1] ?? ''))
        return found?.relevant ? [found] : []
      }
      const depth = Math.min(own, node.place.repeats.length)
      const below =
        depth === 0 ? listAll(node.place) : listBelow(node.place, from.rows[depth - 1] ?? '', depth)
      if (!node.place.isRepeat) return below.filter(({ relevant }) => relevant)
      const ownRow = own > depth ? from.rows[depth] : undefined
      return below
        .flatMap(frame => frame.below)
        .filter(row => row.relevant && (ownRow === undefined || row.rows[depth] === ownRow))
    },
    listInOrder: ({ place }) => listAll(place),
    listBeside(node, of) {
      // Out of all repeats there is one: nearly all of a form, gone through at each tap.
      if (node.place.repeats.length === 0) return byPlace.get(node.key) ?? []
      const shared = Math.min(countSharedRepeats(node.place, of.node.place), of.rows.length)
      const own = node.place.repeats.length
      if (own <= shared) {
        const found = byKey.get(keyInRow(node.key, of.rows[own - 1] ?? ''))
        return found ? [found] : []
      }
      return shared === 0
        ? (byPlace.get(node.key) ?? [])
        : listBelow(node.place, of.rows[shared - 1] ?? '', shared)
    },
    setRows(frame, ids) {
      const before = new Map(frame.below.map(row => [row.rows.at(-1) ?? '', row]))
      const added: Instance[] = []
      const removed: Instance[] = []
      const next = ids.map(id => before.get(id) ?? growRow(frame, id, added))
      const kept = new Set(next)
      for (const row of frame.below) if (!kept.has(row)) cut(row, removed)
      const stayed = frame.below.filter(row => kept.has(row))
      const isMoved = next
        .filter(row => before.has(row.rows.at(-1) ?? ''))
        .some((row, at) => row !== stayed[at])
      frame.below.splice(0, frame.below.length, ...next)
      if (isMoved || added.length + removed.length > 0) inOrder.clear()
      return { added, removed, isMoved }
    },
  }
}
