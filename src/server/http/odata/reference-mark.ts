import type { EntryStore, FeedHead } from '../../../sync/authority/entry-store.ts'

/** Says of the reference feed how it was when something that rows are made of changed in it last. */
export type ReferenceMark = (head: FeedHead | undefined) => Promise<string>

/** People and their passwords change every day, and no row is made of them. */
const notInRows: readonly string[] = ['person']
/** So much is looked through at a time. */
const pageBytes = 262_144

/**
 * Looks through what has come since it was asked last. Units, programmes, forms and settings give another mark; roles and
 * passwords do not, so that a new password does not make a thousand rows anew.
 */
export function createReferenceMark(entries: Pick<EntryStore, 'readAfter'>, feed: string): ReferenceMark {
  let seen: { readonly epoch: string; readonly head: number; readonly chain: string } | undefined
  let mark = ''
  let last: Promise<unknown> = Promise.resolve()

  // One after the other: of two at once the slower one would set the mark back.
  return head => {
    const next = last.then(() => readMark(head))
    last = next.catch(() => undefined)
    return next
  }

  async function readMark(head: FeedHead | undefined): Promise<string> {
    if (!head) return ''
    const { epoch, chain } = head
    if (seen?.epoch === epoch && seen.head === head.head && seen.chain === chain) return mark
    // Another past, or none: nothing is known of what lies behind.
    const isSameLog = seen?.epoch === epoch && seen.head < head.head
    if (!isSameLog || (await hasChanged(seen?.head ?? 0, head.head)))
      mark = JSON.stringify([epoch, head.head, chain])
    seen = { epoch, head: head.head, chain }
    return mark
  }

  async function hasChanged(after: number, until: number): Promise<boolean> {
    for (let at = after; at < until;) {
      const page = await entries.readAfter(feed, at, pageBytes)
      if (page.entries.some(({ type }) => !notInRows.includes(type))) return true
      if (!page.more) return false
      at = page.entries.at(-1)?.seq ?? until
    }
    return false
  }
}
