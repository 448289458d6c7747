import type { CompiledForm } from '../forms/compile-form.ts'
import type { FormPlace } from '../forms/form-place.ts'
import type { LocalText } from '../forms/form-version.ts'
import { isCounted, isInCounted } from '../forms/is-counted.ts'
import { countedRowId, splitKey } from '../forms/row.ts'
import { listRows } from './list-rows.ts'
import { parseResponseField } from './response-fields.ts'
import type { Response } from './response.ts'

/** A row as people count it. */
export interface RowName {
  /** What its repeat is called; undefined when the form has no word for it. */
  readonly label: LocalText | undefined
  /** From 1, among its siblings; undefined for a row that was removed. */
  readonly number: number | undefined
}

/** The row of a repeat that a field of a response is about; undefined when it is about none. */
export function findRow(
  form: CompiledForm,
  response: Pick<Response, 'rows'>,
  name: string,
): RowName | undefined {
  const field = parseResponseField(name)
  if (field?.kind === 'row') return nameRow(form, response, field)
  if (!field || !('question' in field)) return undefined
  const { id, row } = splitKey(field.question)
  const repeat = form.places.byId.get(id)?.repeats.at(-1)?.id
  return row === '' || repeat === undefined ? undefined : nameRow(form, response, { repeat, row })
}

function nameRow(
  form: CompiledForm,
  response: Pick<Response, 'rows'>,
  { repeat, row }: { readonly repeat: string; readonly row: string },
): RowName {
  const place = form.places.byId.get(repeat)
  const label = place?.item && 'label' in place.item ? place.item.label : undefined
  const rows = listRows(form, response)[repeat] ?? []
  const found = rows.find(({ id }) => id === row)
  if (found?.isGone) return { label, number: undefined }
  if (!found) return { label, number: place && comesByItself(place) ? countedNumber(repeat, row) : undefined }
  const siblings = rows.filter(({ parent, isGone }) => parent === found.parent && !isGone)
  return { label, number: siblings.indexOf(found) + 1 }
}

/** Rows that a count asks for, and the first ones in these, are recorded by nobody. */
const comesByItself = (repeat: FormPlace): boolean => isCounted(repeat) || isInCounted(repeat)

/** Their ids have their numbers. */
function countedNumber(repeat: string, row: string): number | undefined {
  const number = Number(/\.(\d+)$/u.exec(row)?.[1])
  const isOwn = `.${row}`.endsWith(`.${countedRowId(repeat, null, number)}`)
  return isOwn ? number : undefined
}
