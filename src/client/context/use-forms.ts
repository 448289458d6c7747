import { useEffect, useMemo, useState } from 'react'
import type { CompiledForm } from '../../domain/forms/compile-form.ts'
import type { FormVersion } from '../../domain/forms/form-version.ts'
import { publishedFormType } from '../../domain/qms/published-form-type.ts'
import type { FormName } from '../../domain/responses/response.ts'
import type { Row } from '../../sync/replica/row.ts'
import { useApp } from './app-context.tsx'
import { compileOnce, createForms, firstForm, type Forms, type KnownForm } from './forms.ts'
import { useWatched } from './use-watched.ts'

const builtIn = (form: FormVersion): KnownForm => ({
  id: form.id,
  version: form.version,
  form,
  published: undefined,
})
const first: readonly KnownForm[] = [builtIn(firstForm)]

/** In a chunk of their own: the first screen needs neither them nor the reader of published ones. */
const loadBuiltIn = async (): Promise<readonly KnownForm[]> => {
  const { builtInForms } = await import('./built-in-forms.ts')
  return [...first, ...builtInForms.map(builtIn)]
}
type ReadPublished = (rows: readonly Row[]) => readonly KnownForm[]
const loadReader = async (): Promise<ReadPublished> => (await import('./read-published.ts')).readPublished

/**
 * Every form version on this tablet, live; undefined until read. The survey and what is published need no other chunk
 * of the first screen.
 */
export function useForms(which: 'all' | 'surveyAndPublished' = 'all'): Forms | undefined {
  const app = useApp()
  const rows = useWatched(() => app.watchFields(publishedFormType, ''), `${app.person.id} forms`)
  const builtInForms = useLoaded(loadBuiltIn, first, which === 'all')
  const own = which === 'all' ? builtInForms : first
  const needsReader = rows !== undefined && rows.length > 0
  const read = useLoaded<ReadPublished>(loadReader, none, needsReader)
  return useMemo(() => {
    if (!rows || !own || (needsReader && !read)) return undefined
    const published = read ? read(rows) : []
    return createForms([...own, ...published])
  }, [rows, own, read, needsReader])
}

/** One form version, compiled; null when this tablet does not have it, undefined until that is known. */
export function useForm(name: FormName | undefined): CompiledForm | null | undefined {
  const isFirst = name?.id === firstForm.id && name.version === firstForm.version
  const forms = useForms(name === undefined || isFirst ? 'surveyAndPublished' : 'all')
  if (!name) return undefined
  if (isFirst) return compileOnce(firstForm) ?? null
  // A version never changes: one of the app's own need not wait until the published ones are read.
  const own = loadedBuiltIn()?.find(({ id, version }) => id === name.id && version === name.version)
  if (own) return compileOnce(own.form) ?? null
  return forms && (forms.find(name) ?? null)
}

const none = () => []

/** What chunks have brought, by their loader: the next screen has it at once. */
const loaded = new Map<unknown, { readonly value: unknown }>()

const loadedBuiltIn = () => loaded.get(loadBuiltIn)?.value as readonly KnownForm[] | undefined

/** What a chunk has; `instead` when it cannot be had (offline before it was cached). Undefined until one is known. */
function useLoaded<T>(load: () => Promise<T>, instead: T, isNeeded: boolean): T | undefined {
  const [state, setState] = useState(() => loaded.get(load))
  useEffect(() => {
    if (!isNeeded) return undefined
    let isCurrent = true
    const show = (found: { readonly value: unknown }) => {
      if (isCurrent) setState(found)
    }
    const known = loaded.get(load)
    if (known) show(known)
    else
      void load().then(
        value => {
          const found = loaded.get(load) ?? { value }
          loaded.set(load, found)
          show(found)
        },
        () => show({ value: instead }),
      )
    return () => {
      isCurrent = false
    }
  }, [load, instead, isNeeded])
  return state?.value as T | undefined
}
