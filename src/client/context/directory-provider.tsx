import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { readDirectory } from '../../domain/people/directory.ts'
import { labelEnded } from '../../domain/people/label-ended.ts'
import { useApp } from './app-context.tsx'
import { DirectoryContext } from './use-directory.ts'
import { useWatched } from './use-watched.ts'

/** Reads the directory once for all screens, and again when the reference feed brings something new. */
export function DirectoryProvider({ children }: { readonly children: ReactNode }) {
  const app = useApp()
  const units = useWatched(() => app.watchFields('unit', 'unit'), `${app.person.id} units`)
  const people = useWatched(() => app.watchFields('person', ''), `${app.person.id} people`)
  const { t } = useTranslation('common')
  const today = app.today()
  const directory = useMemo(
    () =>
      units?.length && people?.length
        ? labelEnded(readDirectory([...units, ...people]), today, (name, day) =>
            t('endedUnit', { name, day }),
          )
        : undefined,
    [units, people, today, t],
  )
  return <DirectoryContext value={directory}>{children}</DirectoryContext>
}
