import type { Page } from 'playwright-core'

/** Milliseconds from navigation's start until what the selector names is on the glass. */
export async function loadUntilPainted(page: Page, url: string, selector: string): Promise<number> {
  await page.addInitScript(wanted => {
    const look = () => {
      if (document.querySelector(wanted))
        requestAnimationFrame(() => {
          const painted = new MessageChannel()
          painted.port1.addEventListener('message', () => {
            const at = performance.now()
            const tell = () => {
              const { onPainted } = globalThis as { onPainted?: (at: number) => void }
              if (onPainted) onPainted(at)
              else setTimeout(tell, 50)
            }
            tell()
          })
          painted.port1.start()
          painted.port2.postMessage(null)
        })
      else requestAnimationFrame(look)
    }
    look()
  }, selector)
  // Not through the page functions of the driver: what they bring along costs a slow page a tenth of a second.
  const cdp = await page.context().newCDPSession(page)
  await page.goto(url, { waitUntil: 'commit' })
  const { result } = await cdp.send('Runtime.evaluate', {
    expression: 'new Promise(resolve => { globalThis.onPainted = resolve })',
    awaitPromise: true,
    returnByValue: true,
  })
  await cdp.detach()
  if (typeof result.value !== 'number') throw new Error(`${selector} did not appear`)
  return result.value
}

export interface TapTimes {
  /** Until the frame that shows what the tap brought about is on the glass. */
  readonly visibleMs: number
  /** Until "saved on this tablet" stands there. */
  readonly savedMs: number | null
}

/**
 * From the tap's own time stamp. `appears` and `disappears` are selectors of what the tap brings about;
 * `savedWithin` is the question whose "saved" counts. Reads the page in each frame, so it is right to a frame.
 */
export async function timeTap(
  page: Page,
  tap: () => Promise<void>,
  wanted: {
    readonly appears?: string
    readonly disappears?: string
    /** Where `appears` is looked for: in the child `at` of an element. A search of the whole page costs as much as a row. */
    readonly inChild?: { readonly of: string; readonly at: number }
    readonly savedWithin?: string
    /** What the tap is; a letter typed is an `input`. */
    readonly on?: 'click' | 'input'
  },
): Promise<TapTimes> {
  await page.evaluate(({ appears, disappears, inChild, savedWithin, on = 'click' }) => {
    const times: { tappedAt?: number; visibleAt?: number; savedAt?: number; isDone?: boolean } = {}
    Object.assign(globalThis, { tapTimes: times })
    const mark = () => document.querySelector(`${savedWithin} [data-where]`)
    let isChanging = false
    const isSaved = () => ['onTablet', 'atServer'].includes(mark()?.getAttribute('data-where') ?? '')
    const watcher = new MutationObserver(() => {
      if (!isSaved()) isChanging = true
      else if (isChanging) times.savedAt ??= performance.now()
    })
    if (savedWithin) {
      const card = document.querySelector(savedWithin)
      if (card) watcher.observe(card, { subtree: true, childList: true, attributes: true })
    }
    const parent = inChild && document.querySelector(inChild.of)
    const find = (selector: string) =>
      inChild ? parent?.children[inChild.at]?.querySelector(selector) : document.querySelector(selector)
    const look = () => {
      const isThere = !appears || find(appears)
      const isGone = !disappears || !document.querySelector(disappears)
      // After this frame, and before what else waits for its turn: that is not what the person waits for.
      if (isThere && isGone && times.visibleAt === undefined)
        void scheduler.postTask(() => (times.visibleAt ??= performance.now()), { priority: 'user-blocking' })
      times.isDone = times.visibleAt !== undefined && (!savedWithin || times.savedAt !== undefined)
      if (times.isDone) watcher.disconnect()
      else requestAnimationFrame(look)
    }
    const begin = (event: Event) => {
      times.tappedAt = event.timeStamp
      requestAnimationFrame(look)
    }
    document.addEventListener(on, begin, { capture: true, once: true })
  }, wanted)
  await tap()
  const done = await page.waitForFunction(() => {
    const { tapTimes } = globalThis as { tapTimes?: { isDone?: boolean } }
    return tapTimes?.isDone && tapTimes
  })
  const times = (await done.jsonValue()) as { tappedAt: number; visibleAt: number; savedAt?: number }
  return {
    visibleMs: times.visibleAt - times.tappedAt,
    savedMs: times.savedAt === undefined ? null : times.savedAt - times.tappedAt,
  }
}
