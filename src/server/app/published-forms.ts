import { compileForm, type CompiledForm } from '../../domain/forms/compile-form.ts'
import {
  fieldsToForm,
  publishedFormFields,
  publishedFormThing,
  type FormField,
} from '../../domain/qms/published-form.ts'
import { publishedFormType } from '../../domain/qms/published-form-type.ts'
import type { EntryStore } from '../../sync/authority/entry-store.ts'
import type { FindForm } from './forms.ts'

const bytesAtOnce = 1024 * 1024

export interface PublishedForms {
  readonly find: FindForm
  /** The versions of a form in the order they were published. */
  readonly list: (id: string) => readonly CompiledForm[]
  /** Every version, in the order they were published. */
  readonly all: () => readonly CompiledForm[]
  /** Reads on in the reference feed; after it `find` knows what any process had published before it was called. */
  readonly refresh: () => Promise<void>
}

/** Published form versions, compiled once. What changed in the feed is read, not the feed anew: they never change. */
export function createPublishedForms(
  store: Pick<EntryStore, 'heads' | 'readAfter'>,
  feed: string,
): PublishedForms {
  const compiled = new Map<string, CompiledForm>()
  const unfinished = new Map<string, Map<string, FormField>>()
  let epoch: string | undefined
  let seen = 0

  async function readOn(): Promise<void> {
    const head = (await store.heads([feed])).get(feed)
    if (!head || (head.epoch === epoch && head.head === seen)) return
    if (head.epoch !== epoch || head.head < seen) {
      // Another history (SY11): what it says is all there is.
      compiled.clear()
      unfinished.clear()
      seen = 0
      epoch = head.epoch
    }
    for (let more = true; more;) {
      const page = await store.readAfter(feed, seen, bytesAtOnce)
      for (const { type, thing, field, value, seq } of page.entries) {
        if (type === publishedFormType) take(thing, { field, value })
        seen = seq
      }
      more = page.more
      if (!more) seen = page.head.head
    }
  }

  function take(thing: string, change: FormField): void {
    const fields = unfinished.get(thing) ?? new Map<string, FormField>()
    unfinished.set(thing, fields.set(change.field, change))
    if (change.field !== publishedFormFields.head) return
    unfinished.delete(thing)
    const form = fieldsToForm(fields.values())
    const made = form.ok && compileForm(form.value)
    if (made && made.ok) compiled.set(thing, made.value)
  }

  let last = Promise.resolve()
  let waiting: Promise<void> | undefined
  return {
    find: name => compiled.get(publishedFormThing(name)),
    all: () => [...compiled.values()],
    list: id => [...compiled.values()].filter(({ form }) => form.id === id),
    /** One reading at a time; who comes while it runs shares the next. */
    refresh() {
      waiting ??= last = last
        .catch(() => undefined)
        .then(() => {
          waiting = undefined
          return readOn()
        })
      return waiting
    },
  }
}
