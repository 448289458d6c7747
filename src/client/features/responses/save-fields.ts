import type { JsonValue } from '../../../lib/json-value.ts'
import { responseType } from '../../../domain/responses/response-fields.ts'
import type { NewFile } from '../../../sync/replica/replica-store.ts'
import type { App } from '../../context/app.ts'

export interface FieldChange {
  readonly field: string
  readonly value: JsonValue
  /** The op whose value the person saw; left out: what is stored now (SY6). */
  readonly seen?: string | null
}

/** Saves fields of a response in one transaction (SY1). */
export const saveFields = (
  app: Pick<App, 'save'>,
  { thing, feed }: { readonly thing: string; readonly feed: string },
  fields: readonly FieldChange[],
  files: readonly NewFile[] = [],
): ReturnType<App['save']> =>
  app.save(
    fields.map(change => ({ feed, type: responseType, thing, ...change })),
    files,
  )
