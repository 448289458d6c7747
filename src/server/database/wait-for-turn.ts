import { setTimeout as wait } from 'node:timers/promises'

const patienceMs = 30_000
const restMs = 1
/** SQLite's number for "another one is writing". */
const sqliteBusy = 5

/** Does something again as long as SQLite says that another one is writing. The thread is free meanwhile. */
export async function waitForTurn(work: () => Promise<void> | void): Promise<void> {
  const endsAt = performance.now() + patienceMs
  for (;;) {
    try {
      await work()
      return
    } catch (error) {
      const isBusy = (error as { readonly errcode?: unknown }).errcode === sqliteBusy
      if (!isBusy || performance.now() > endsAt) throw error
      await wait(restMs)
    }
  }
}
