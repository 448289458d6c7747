import type { SyncRunner } from '../network/sync-runner.ts'
import type { openCarry, OpenedCarry } from './carry/open-carry.ts'

/** Loads what carries work when it is asked for, and after each sync that reached the server. */
export function carryLater(
  given: Parameters<typeof openCarry>[0],
  { status, subscribe }: Pick<SyncRunner, 'status' | 'subscribe'>,
): { readonly open: () => Promise<OpenedCarry>; readonly close: () => void } {
  let opened: Promise<OpenedCarry> | undefined
  let seenAt = status().lastSuccessAt
  let isClosed = false

  const open = (): Promise<OpenedCarry> =>
    (opened ??= import('./carry/open-carry.ts').then(chunk => chunk.openCarry(given)))

  async function afterSync(): Promise<void> {
    const carry = await open()
    if (!isClosed) await carry.afterSync()
  }

  const forget = subscribe(() => {
    const { lastSuccessAt, phase, online } = status()
    if (lastSuccessAt === seenAt || phase !== 'idle' || online !== 'yes') return
    seenAt = lastSuccessAt
    // It is tried again after the next sync; a store that is closing says so here.
    afterSync().catch(() => undefined)
  })
  return {
    open,
    close() {
      isClosed = true
      forget()
      void opened?.then(carry => carry.close())
    },
  }
}
