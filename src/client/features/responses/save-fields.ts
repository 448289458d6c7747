import { responseType } from '../../../domain/responses/response-fields.ts'
import type { NewFile } from '../../../sync/replica/replica-store.ts'
import type { App, DroppedPhoto } from '../../context/app.ts'
import type { FieldChange } from '../../context/field-saver.ts'

/** Saves fields of a response in one transaction (SY1). */
export const saveFields = (
  app: Pick<App, 'save'>,
  { thing, feed }: { readonly thing: string; readonly feed: string },
  fields: readonly FieldChange[],
  files: readonly NewFile[] = [],
  drop?: DroppedPhoto,
): ReturnType<App['save']> =>
  app.save(
    fields.map(change => ({ feed, type: responseType, thing, ...change })),
    files,
    drop,
  )
