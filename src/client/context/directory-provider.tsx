import { useMemo, type ReactNode } from 'react'
import { readDirectory } from '../../domain/people/directory.ts'
import { useApp } from './app-context.tsx'
import { DirectoryContext } from './use-directory.ts'
import { useWatched } from './use-watched.ts'

/** Reads the directory once for all screens, and again when the reference feed brings something new. */
export function DirectoryProvider({ children }: { readonly children: ReactNode }) {
  const app = useApp()
  const units = useWatched(() => app.watchFields('unit', 'unit'), `${app.person.id} units`)
  const people = useWatched(() => app.watchFields('person', ''), `${app.person.id} people`)
  const directory = useMemo(
    () => (units?.length && people?.length ? readDirectory([...units, ...people]) : undefined),
    [units, people],
  )
  return <DirectoryContext value={directory}>{children}</DirectoryContext>
}
