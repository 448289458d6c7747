import type { FormVersion } from '../../domain/forms/form-version.ts'
import { fieldsToForm, publishedFormFields, readPublishedHead } from '../../domain/qms/published-form.ts'
import type { Row } from '../../sync/replica/row.ts'
import type { KnownForm } from './forms.ts'

/** By SHA-256: putting a long form together takes a while, and it never changes. */
const read = new Map<string, FormVersion>()

/** The published forms among rows of that type, in the order of publication; what has not come whole is passed over. */
export function readPublished(rows: readonly Row[]): readonly KnownForm[] {
  return [...Map.groupBy(rows, row => row.thing).values()]
    .flatMap(fields => {
      const top = fields.find(row => row.field === publishedFormFields.head)
      const head = top && readPublishedHead(top.value)
      const form = head && formOf(head.sha256, fields)
      if (!top || !form) return []
      const published = { by: top.author, at: top.at, isPending: top.pending !== null }
      return [{ seq: top.seq, known: { id: form.id, version: form.version, form, published } }]
    })
    .toSorted((a, b) => a.seq - b.seq || a.known.published.at - b.known.published.at)
    .map(({ known }) => known)
}

function formOf(sha256: string, fields: readonly Row[]): FormVersion | undefined {
  const known = read.get(sha256)
  if (known) return known
  const made = fieldsToForm(fields)
  if (!made.ok) return undefined
  read.set(sha256, made.value)
  return made.value
}
