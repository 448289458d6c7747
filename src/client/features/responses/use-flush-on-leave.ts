import { useEffect } from 'react'
import type { Filling } from './filling.ts'

/** What is typed is saved when the page is hidden, left or closed, not only when typing pauses. */
export function useFlushOnLeave(filling: Filling): void {
  useEffect(() => {
    const flush = () => void filling.flush()
    document.addEventListener('visibilitychange', flush)
    globalThis.addEventListener('pagehide', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      globalThis.removeEventListener('pagehide', flush)
      flush()
    }
  }, [filling])
}
