/** Frames to wait for something that is about to be drawn. */
const mostTries = 40

/**
 * Brings a card or heading to the top of the screen, with the focus on it. What lies on the way is drawn as it comes
 * near, so the place is looked at once more when that is done.
 */
export function focusElement(id: string, triesLeft = mostTries): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id)
    if (!element) {
      if (triesLeft > 0) focusElement(id, triesLeft - 1)
      return
    }
    element.scrollIntoView({ block: 'start' })
    setTimeout(() => {
      const drawn = document.getElementById(id)
      drawn?.scrollIntoView({ block: 'start' })
      drawn?.focus({ preventScroll: true })
    }, 100)
  })
}
