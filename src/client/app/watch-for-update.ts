import { Workbox } from 'workbox-window'

const hourMs = 3_600_000

/**
 * Registers the service worker. A new one waits until `accept` is called; then the page reloads on the new build.
 * `onReady` is called when one waits, also when it waited already before this page opened.
 */
export function watchForUpdate(onReady: (accept: () => void) => void): void {
  if (!('serviceWorker' in navigator)) return
  const workbox = new Workbox('/sw.js')
  let isAccepted = false
  workbox.addEventListener('waiting', () =>
    onReady(() => {
      isAccepted = true
      workbox.messageSkipWaiting()
    }),
  )
  workbox.addEventListener('controlling', () => {
    if (isAccepted) globalThis.location.reload()
  })
  // Offline there is nothing to register with or to look for; the next start tries again.
  workbox
    .register()
    .then(registration => {
      setInterval(() => void registration?.update().catch(() => undefined), hourMs)
    })
    .catch(() => undefined)
}
