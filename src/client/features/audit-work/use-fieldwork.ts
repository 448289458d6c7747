import { useEffect, useState } from 'react'
import { auditType } from '../../../domain/audits/audit-fields.ts'
import { parseAuditThing } from '../../../domain/audits/audit-number.ts'
import { feedId } from '../../../domain/people/feed.ts'
import { useApp } from '../../context/app-context.tsx'
import { createFieldwork, type Fieldwork } from './fieldwork.ts'

/** An audit open for fieldwork, live; undefined until read, null when this tablet does not have it. */
export function useFieldwork(thing: string): Fieldwork | null | undefined {
  const app = useApp()
  const [made, setMade] = useState<{ readonly thing: string; readonly fieldwork: Fieldwork | null }>()
  useEffect(() => {
    let fieldwork: Fieldwork | undefined
    const feed = feedId(parseAuditThing(thing)?.unit ?? '', 'audit')
    const subscription = app.watchThing(thing).subscribe(rows => {
      if (fieldwork) fieldwork.applyRows(rows)
      else if (rows.length === 0) setMade({ thing, fieldwork: null })
      else {
        fieldwork = createFieldwork({
          rows,
          person: app.person.id,
          now: () => Date.parse(app.now()),
          save: (changes, files) =>
            app.save(
              changes.map(change => ({ feed, type: auditType, thing, ...change })),
              files,
            ),
        })
        setMade({ thing, fieldwork })
      }
    })
    // What is typed is saved when the page is hidden, left or closed, not only when typing pauses.
    const flush = () => void fieldwork?.flush()
    document.addEventListener('visibilitychange', flush)
    globalThis.addEventListener('pagehide', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      globalThis.removeEventListener('pagehide', flush)
      flush()
      subscription.unsubscribe()
    }
  }, [app, thing])
  return made?.thing === thing ? made.fieldwork : undefined
}
