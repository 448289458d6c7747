import type { Watchable } from '../app.ts'

/** What is there now, without watching on. */
export const firstOf = <T>(watchable: Watchable<T>): Promise<T> =>
  new Promise(resolve => {
    let isDone = false
    let subscription: { unsubscribe: () => void } | undefined
    subscription = watchable.subscribe(value => {
      if (isDone) return
      isDone = true
      subscription?.unsubscribe()
      resolve(value)
    })
    // Where the first value came while subscribing.
    if (isDone) subscription.unsubscribe()
  })
