import { useSyncExternalStore } from 'react'

/** Chromium's offer to install; other browsers install by their own menu. */
interface InstallOffer extends Event {
  readonly prompt: () => Promise<unknown>
}

export interface Install {
  readonly isInstalled: boolean
  /** Shows the browser's question; undefined where it cannot be asked. */
  readonly ask: (() => void) | undefined
}

let offer: InstallOffer | undefined
const listeners = new Set<() => void>()
const tell = (): void => {
  for (const listener of listeners) listener()
}

/** Keeps the browser's offer for later; called once at start, since it comes early. */
export function listenForInstallOffer(): void {
  globalThis.addEventListener('beforeinstallprompt', event => {
    event.preventDefault()
    offer = event as InstallOffer
    tell()
  })
  globalThis.addEventListener('appinstalled', () => {
    offer = undefined
    tell()
  })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useInstall(): Install {
  const current = useSyncExternalStore(subscribe, () => offer)
  return {
    isInstalled: globalThis.matchMedia('(display-mode: standalone)').matches,
    ask: current && (() => void current.prompt()),
  }
}
