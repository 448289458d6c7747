import { headerBytes, type Bytes } from './file-header.ts'
import { bytesToItem, type Item } from './item.ts'
import type { OpenedBundle } from './open-bundle.ts'
import { readSlot, slotBytes, type ItemKind, type Slot } from './slot.ts'
import type { Statement } from './statement.ts'
import type { Summary } from './summary.ts'

/** Where an item that came through whole lies. */
export interface FoundItem {
  readonly kind: Exclude<ItemKind, 'summary'>
  /** Number of its first slot. */
  readonly slot: number
  readonly parts: number
}

export interface Scan {
  /** Of the file's own summary; of what was found where both of its copies are damaged. */
  readonly summary: Summary | undefined
  /** What can be taken in, in the order of the file. */
  readonly items: readonly FoundItem[]
  readonly changes: number
  readonly files: number
  /** Nothing is damaged, and the end is there. */
  readonly isWhole: boolean
}

/** Reads all of a file once, and tells what of it is good. What is in memory does not grow with its photos. */
export async function scanBundle<K>(
  bundle: OpenedBundle<K>,
  onProgress?: (share: number) => void,
): Promise<Scan> {
  const total = countSlots(bundle.source.size)
  const items: FoundItem[] = []
  const summaries: Summary[] = []
  let run: Slot[] = []
  let damaged = 0
  for (let at = 0; at < total; at++) {
    const slot = await openSlot(bundle, at)
    if (at % 64 === 0) onProgress?.(at / total)
    const isNext = slot?.part === 0 || (run[0]?.item === slot?.item && run.length === slot?.part)
    if (!slot) damaged++
    if (!slot || !isNext) {
      run = []
      continue
    }
    // Only the bytes of a summary are needed later on.
    const kept = slot.kind === 'summary' ? slot : { ...slot, bytes: nothing }
    run = slot.part === 0 ? [kept] : [...run, kept]
    if (run.length !== slot.parts) continue
    if (slot.kind !== 'summary') items.push({ kind: slot.kind, slot: at - slot.parts + 1, parts: slot.parts })
    else summaries.push(...readSummaries(join(run)))
    run = []
  }
  const found = await countStatements(bundle, items)
  const [summary = found.summary] = summaries
  const files = items.filter(({ kind }) => kind === 'file').length
  // The summary that comes last is the only proof that nothing was cut off.
  const isWhole = damaged === 0 && summaries.length === 2
  return { summary, items, changes: found.changes, files, isWhole }
}

/** One item, decrypted; undefined when it has been damaged since, or is of a kind not known here. */
export async function readItem<K>(bundle: OpenedBundle<K>, found: FoundItem): Promise<Item | undefined> {
  const parts: Slot[] = []
  for (let part = 0; part < found.parts; part++) {
    const slot = await openSlot(bundle, found.slot + part)
    if (slot?.part !== part || slot.parts !== found.parts || slot.kind !== found.kind) return undefined
    parts.push(slot)
  }
  return bytesToItem(found.kind, join(parts))
}

const nothing: Bytes = new Uint8Array(0)

/** A file that was cut ends with half a slot, which is no good. */
const countSlots = (size: number): number => Math.max(0, Math.floor((size - headerBytes) / slotBytes))

async function openSlot<K>({ source, cipher }: OpenedBundle<K>, at: number): Promise<Slot | undefined> {
  const plain = await cipher.open(at, await source.read(headerBytes + at * slotBytes, slotBytes))
  return plain && readSlot(plain)
}

function join(slots: readonly Slot[]): Bytes {
  const bytes = new Uint8Array(slots.reduce((size, slot) => size + slot.bytes.length, 0))
  let at = 0
  for (const slot of slots) {
    bytes.set(slot.bytes, at)
    at += slot.bytes.length
  }
  return bytes
}

function readSummaries(bytes: Bytes): Summary[] {
  const item = bytesToItem('summary', bytes)
  return item?.kind === 'summary' ? [item.summary] : []
}

/** What the statements that came through say; the server alone judges whether it is true. */
async function countStatements<K>(
  bundle: OpenedBundle<K>,
  items: readonly FoundItem[],
): Promise<{ readonly changes: number; readonly summary: Summary | undefined }> {
  let changes = 0
  let first: Statement | undefined
  const feeds = new Set<string>()
  for (const found of items) {
    if (found.kind === 'file') continue
    const item = await readItem(bundle, found)
    const statement = item && 'signed' in item ? readStatement(item.signed.text) : undefined
    if (!statement) continue
    first ??= statement
    changes += statement.ops.length
    for (const { feed } of statement.ops) feeds.add(feed)
  }
  const files = items.filter(({ kind }) => kind === 'file').length
  const summary = first && {
    bundle: first.bundle,
    author: first.author,
    name: first.author,
    at: 0,
    changes,
    files,
    feeds: [...feeds],
  }
  return { changes, summary }
}

function readStatement(text: string): Statement | undefined {
  try {
    const statement = JSON.parse(text) as Partial<Statement>
    return Array.isArray(statement.ops) && typeof statement.author === 'string'
      ? (statement as Statement)
      : undefined
  } catch {
    return undefined
  }
}
