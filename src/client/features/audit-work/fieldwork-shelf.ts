import { auditType } from '../../../domain/audits/audit-fields.ts'
import { parseAuditThing } from '../../../domain/audits/audit-number.ts'
import { feedId } from '../../../domain/people/feed.ts'
import { afterPaint } from '../../context/after-paint.ts'
import type { App } from '../../context/app.ts'
import { createFieldwork, type Fieldwork } from './fieldwork.ts'

/** One audit, read while somebody looks at it and a while longer, so that its other screens open with what is known. */
export interface FieldworkShelf {
  /** Undefined until read, null when this tablet does not have it. */
  current: () => Fieldwork | null | undefined
  /** Calls back when `current` is another. */
  subscribe: (listener: () => void) => () => void
}

/** From the checklist to the findings and back is a matter of seconds. */
const keptMs = 60_000

type Given = Pick<App, 'watchThing' | 'save' | 'now'> & { readonly person: Pick<App['person'], 'id'> }

const shelves = new WeakMap<Given, Map<string, FieldworkShelf>>()

/** The same shelf for an audit as long as it is kept. */
export function shelfOf(app: Given, thing: string): FieldworkShelf {
  const ofApp = shelves.get(app) ?? new Map<string, FieldworkShelf>()
  shelves.set(app, ofApp)
  const known = ofApp.get(thing)
  if (known) return known
  const made = createShelf(app, thing, () => ofApp.delete(thing))
  ofApp.set(thing, made)
  return made
}

function createShelf(app: Given, thing: string, onEnd: () => void): FieldworkShelf {
  const feed = feedId(parseAuditThing(thing)?.unit ?? '', 'audit')
  const listeners = new Set<() => void>()
  let fieldwork: Fieldwork | null | undefined
  let watching: { unsubscribe: () => void } | undefined
  let ending: ReturnType<typeof setTimeout> | undefined

  function show(next: Fieldwork | null): void {
    fieldwork = next
    for (const listener of listeners) listener()
  }

  function watch(): void {
    watching ??= app.watchThing(thing).subscribe(rows => {
      if (fieldwork) fieldwork.applyRows(rows)
      else if (rows.length === 0) show(null)
      else
        show(
          createFieldwork({
            rows,
            person: app.person.id,
            now: () => Date.parse(app.now()),
            save: (changes, files) =>
              app.save(
                changes.map(change => ({ feed, type: auditType, thing, ...change })),
                files,
              ),
            begin: afterPaint,
          }),
        )
    })
  }

  return {
    current: () => fieldwork,
    subscribe(listener) {
      clearTimeout(ending)
      listeners.add(listener)
      watch()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        ending = setTimeout(() => {
          watching?.unsubscribe()
          watching = undefined
          fieldwork = undefined
          onEnd()
        }, keptMs)
      }
    },
  }
}
