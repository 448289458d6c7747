interface Given {
  /** Milliseconds without a touch. */
  readonly after: number
  /** Also calls back when nobody has touched anything at all. */
  readonly isArmed: boolean
  readonly onIdle: () => void
}

const touches = ['pointerdown', 'keydown', 'input', 'touchmove', 'wheel'] as const

/**
 * Calls back once when the page has been left alone for so long, and again only after somebody touched it. Time in
 * which the tablet slept counts; the touch that wakes it comes too late.
 */
export function watchIdle(document: Document, { after, isArmed, onIdle }: Given): () => void {
  let last = Date.now()
  let armed = isArmed
  let timer = setTimeout(check, after)

  function check(): void {
    clearTimeout(timer)
    const left = last + after - Date.now()
    timer = setTimeout(check, left > 0 ? left : after)
    if (left > 0 || !armed) return
    armed = false
    onIdle()
  }
  function touch(): void {
    check()
    last = Date.now()
    armed = true
  }
  const options = { capture: true, passive: true }
  for (const type of touches) document.addEventListener(type, touch, options)
  document.addEventListener('visibilitychange', check)
  return () => {
    clearTimeout(timer)
    for (const type of touches) document.removeEventListener(type, touch, options)
    document.removeEventListener('visibilitychange', check)
  }
}
