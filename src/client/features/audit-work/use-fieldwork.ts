import { useEffect, useLayoutEffect, useState } from 'react'
import { useApp } from '../../context/app-context.tsx'
import type { Fieldwork } from './fieldwork.ts'
import { shelfOf, type FieldworkShelf } from './fieldwork-shelf.ts'

/** An audit open for fieldwork, live; undefined until read, null when this tablet does not have it. */
export function useFieldwork(thing: string): Fieldwork | null | undefined {
  const shelf = shelfOf(useApp(), thing)
  const [seen, setSeen] = useState<{
    readonly shelf: FieldworkShelf
    readonly fieldwork: Fieldwork | null
  }>()
  // What is known already is shown before the next frame, and drawn in one go: as part of the navigation it would be drawn
  // in slices, behind whatever else there is to do.
  useLayoutEffect(() => {
    const show = () => {
      const fieldwork = shelf.current()
      if (fieldwork !== undefined) setSeen({ shelf, fieldwork })
    }
    const unsubscribe = shelf.subscribe(show)
    show()
    return unsubscribe
  }, [shelf])
  useEffect(() => {
    // What is typed is saved when the page is hidden, left or closed, not only when typing pauses.
    const flush = () => void shelf.current()?.flush()
    document.addEventListener('visibilitychange', flush)
    globalThis.addEventListener('pagehide', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      globalThis.removeEventListener('pagehide', flush)
      flush()
    }
  }, [shelf])
  return seen?.shelf === shelf ? seen.fieldwork : undefined
}
