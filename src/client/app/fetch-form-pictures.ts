import { publishedFormType } from '../../domain/qms/published-form-type.ts'
import { publishedFormFields, readPublishedHead } from '../../domain/qms/published-form.ts'
import type { PersonStore } from '../database/person-store.ts'

interface Given {
  readonly store: Pick<PersonStore, 'listRows' | 'hasFile'>
  /** Fetches a file and keeps it; undefined when it cannot be had now. */
  readonly readFile: (sha256: string) => Promise<unknown>
}

/** Three that do not come one after the other: there is no network, or their author has not sent them yet. */
const mostMisses = 3

/** Fetches those pictures of published forms that are not on this tablet yet, newest form first. */
export async function fetchFormPictures({ store, readFile }: Given): Promise<void> {
  const heads = await store.listRows(publishedFormType, publishedFormFields.head)
  const newestFirst = heads.toSorted((a, b) => b.seq - a.seq)
  const wanted = new Set(newestFirst.flatMap(({ value }) => readPublishedHead(value)?.files ?? []))
  let misses = 0
  for (const sha256 of wanted) {
    if (await store.hasFile(sha256)) continue
    misses = (await readFile(sha256)) === undefined ? misses + 1 : 0
    if (misses === mostMisses) return
  }
}
