import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { url: string; revision: string | null }[]
}

// Everything the app is made of is cached at install: a deep link opens with no network at all (ST6).
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    // A file has a short ending; ids of responses have dots too.
    denylist: [/^\/api\//u, /\.[a-z0-9]{1,5}$/iu],
  }),
)

// A new worker waits until the person agrees, so that no form loses its code while it is open (ST6).
self.addEventListener('message', event => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})
