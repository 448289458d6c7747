import type { FormVersion } from '../../../domain/forms/form-version.ts'
import { formToFields, mostParts, publishedFormThing } from '../../../domain/qms/published-form.ts'
import { publishedFormType } from '../../../domain/qms/published-form-type.ts'
import { err, type Result } from '../../../lib/result.ts'
import type { App, SaveProblem } from '../../context/app.ts'
import type { AttachedPicture } from './attach-file.ts'

export type PublishProblem = SaveProblem | { readonly type: 'formTooLong' }

/** Puts a form version and the pictures it shows into the province's reference feed; like everything it waits in the outbox for a network. */
export async function publishForm(
  app: Pick<App, 'save'>,
  feed: string,
  form: FormVersion,
  pictures: readonly AttachedPicture[],
): Promise<Result<unknown, PublishProblem>> {
  const fields = formToFields(form)
  if (fields.length > mostParts + 1) return err({ type: 'formTooLong' })
  const thing = { feed, type: publishedFormType, thing: publishedFormThing(form) }
  const shown = new Set(Object.values(form.media ?? {}))
  const files = new Map(
    pictures
      .filter(({ sha256 }) => shown.has(sha256))
      .map(({ sha256, type, bytes }) => [sha256, { sha256, type, bytes, isThumb: false }]),
  )
  return app.save(
    fields.map(field => ({ ...thing, ...field })),
    [...files.values()],
  )
}
