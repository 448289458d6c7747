import { ok } from '../../../lib/result.ts'
import type { CompiledForm } from '../../../domain/forms/compile-form.ts'
import { initialAnswers } from '../../../domain/forms/initial-answers.ts'
import { responseFields, responseType } from '../../../domain/responses/response-fields.ts'
import type { Row } from '../../../sync/replica/row.ts'
import type { App } from '../../context/app.ts'

export const previewThing = { feed: '', type: responseType, thing: 'preview' } as const

export interface PreviewStore {
  readonly rows: () => readonly Row[]
  /** The app as screens know it, but what they save goes here and is gone with the preview. */
  readonly app: App
}

/** Keeps in memory what a previewed form is filled with; `onChange` hears of every save. */
export function createPreviewStore(
  app: App,
  { form, pictures }: { readonly form: CompiledForm; readonly pictures: ReadonlyMap<string, Blob> },
  onChange: () => void,
): PreviewStore {
  const rows = new Map<string, Row>()
  const files = new Map<string, Blob>()
  let count = 0
  function put(field: string, value: Row['value']): void {
    const version = { value, op: `preview-${++count}`, hlc: count, author: app.person.id, at: 0, seq: count }
    rows.set(field, { ...previewThing, field, ...version, pending: null, server: null })
  }
  for (const [id, value] of Object.entries(initialAnswers(form, { today: app.today })))
    put(responseFields.answer(id), value as Row['value'])
  return {
    rows: () => [...rows.values()],
    app: {
      ...app,
      async save(changes, added = []) {
        for (const { field, value } of changes) put(field, value)
        for (const { sha256, type, bytes } of added) files.set(sha256, new Blob([bytes], { type }))
        onChange()
        return ok({ ops: [] })
      },
      readFile: async sha256 => files.get(sha256) ?? pictures.get(sha256) ?? app.readFile(sha256),
      mayAddPhoto: async () => true,
    },
  }
}
