import { readItem } from '../../../sync/protocol/carried/scan-bundle.ts'
import { reopenBundle } from '../../../sync/protocol/carried/open-bundle.ts'
import type { Item } from '../../../sync/protocol/carried/item.ts'
import type { CarriedRecord } from '../../database/carried-database.ts'
import type { CarriedStore } from '../../database/carried-store.ts'
import type { CarriedLink } from '../../network/carried-link.ts'
import type { FileLink } from '../../network/file-link.ts'

export interface DeliverGiven {
  readonly carried: CarriedStore
  readonly link: Pick<CarriedLink, 'bring'>
  /** Uploads in the name of the author. */
  readonly filesFor: (author: string) => Pick<FileLink, 'send'>
  readonly clock: () => number
}

/** `passed`: the server has confirmed it. `stuck`: this one does not go, others may. `halted`: nothing goes now. */
type Outcome =
  | { readonly type: 'passed'; readonly taken: number; readonly held: number }
  | { readonly type: 'stuck'; readonly problem: string }
  | { readonly type: 'halted'; readonly problem: string }

/** What the server says of the work itself; all else is about the way there, and goes by. */
const lasting: readonly string[] = ['keyUnknown', 'keyRevoked', 'badSignature', 'badRequest']

/**
 * Sends the carried bundles that wait, item by item in the order of the file. What was confirmed is noted at once, so
 * that a cut costs one item; what is sent twice changes nothing (SY3).
 */
export async function deliverCarried(given: DeliverGiven): Promise<void> {
  for (const bundle of await given.carried.listWaiting()) {
    const goesOn = await deliverOne(bundle, given)
    if (!goesOn) return
  }
}

/** False when the way to the server is what is missing. */
async function deliverOne(
  bundle: CarriedRecord,
  { carried, link, filesFor, clock }: DeliverGiven,
): Promise<boolean> {
  const opened = reopenBundle(carried.sourceOf(bundle), bundle, crypto.subtle)
  const files = filesFor(bundle.summary.author)
  let { taken, held } = bundle
  let left = [...bundle.left]
  let problem: string | null = null
  for (const at of bundle.left) {
    const found = bundle.items[at]
    const item = found && (await readItem(opened, found))
    const outcome: Outcome = item
      ? await sendItem(item, { link, files })
      : { type: 'stuck', problem: 'damaged' }
    if (outcome.type === 'halted') {
      await carried.note(bundle.id, { problem: outcome.problem })
      return false
    }
    if (outcome.type === 'stuck') {
      problem = outcome.problem
      // Without its statements a bundle's files are nobody's.
      if (item?.kind !== 'file') break
      continue
    }
    left = left.filter(other => other !== at)
    taken += outcome.taken
    held += outcome.held
    await carried.note(bundle.id, { left, taken, held, problem: null })
  }
  if (left.length === 0) await carried.finish(bundle.id, clock())
  else if (problem !== null) await carried.note(bundle.id, { problem })
  return true
}

async function sendItem(
  item: Item,
  { link, files }: { readonly link: Pick<CarriedLink, 'bring'>; readonly files: Pick<FileLink, 'send'> },
): Promise<Outcome> {
  if (item.kind === 'summary') return { type: 'passed', taken: 0, held: 0 }
  if (item.kind === 'file') {
    const sent = await files.send(item.file, new Blob([item.bytes], { type: item.file.type }))
    if (sent.type === 'sent') return { type: 'passed', taken: 0, held: 0 }
    const isAboutFile = sent.type === 'fileRefused' || sent.type === 'tooLarge'
    return isAboutFile ? { type: 'stuck', problem: 'fileRefused' } : { type: 'halted', problem: sent.type }
  }
  const brought = await link.bring(item.signed)
  if (brought.type === 'answered') {
    const held = brought.answers.filter(({ result }) => result === 'held').length
    return { type: 'passed', taken: brought.answers.length - held, held }
  }
  if (brought.type === 'refused' && lasting.includes(brought.error))
    return { type: 'stuck', problem: brought.error }
  return { type: 'halted', problem: brought.type }
}
