/** Moments at which syncing may have become possible. They are hints: only an answer proves a network (SY13). */
export interface WakeSignals {
  isVisible: () => boolean
  /** Calls back when the page is shown or the browser thinks it is online; returns how to stop. */
  onWake: (listener: () => void) => () => void
}

export function createWakeSignals(
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>,
  frame: Pick<Window, 'addEventListener' | 'removeEventListener'>,
): WakeSignals {
  const isVisible = (): boolean => page.visibilityState === 'visible'
  return {
    isVisible,
    onWake(listener) {
      const onShown = (): void => {
        if (isVisible()) listener()
      }
      frame.addEventListener('online', listener)
      page.addEventListener('visibilitychange', onShown)
      return () => {
        frame.removeEventListener('online', listener)
        page.removeEventListener('visibilitychange', onShown)
      }
    },
  }
}
