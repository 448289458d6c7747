/** A page that nobody sees paints nothing; its work does not wait longer than this. */
const longestMs = 100

/**
 * Does the work right after the next frame is on the glass, so that what a tap changed is seen before anything else
 * is done about it; on a hidden page a little later.
 */
export function afterPaint(work: () => void): void {
  let isDone = false
  const once = () => {
    if (isDone) return
    isDone = true
    clearTimeout(timer)
    work()
  }
  const timer = setTimeout(once, longestMs)
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      once()
    })
    port1.start()
    port2.postMessage(null)
  })
}
