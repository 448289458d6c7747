import type { CompiledForm } from '../../domain/forms/compile-form.ts'
import type { Metadata } from '../../domain/forms/session-clock.ts'
import type { App } from './app.ts'

interface Where {
  readonly response: string
  readonly form: CompiledForm
}

/** What the form may know without asking. Who fills an anonymous form, and on which tablet, it never does. */
export async function metadataOf(app: App, where: Where): Promise<Metadata> {
  return metadataNow(app, where, where.form.form.anonymous ? undefined : await app.deviceId())
}

/** The same for rows that are added later; the tablet is asked for its id only by a form that wants it of rows. */
export function rowMetadata(app: App, where: Where): () => Metadata {
  const { form } = where
  let device: string | undefined
  const isAsked = [...form.questions].some(
    ([id, { question }]) =>
      question.type === 'metadata' &&
      question.source === 'deviceid' &&
      (form.places.byId.get(id)?.repeats.length ?? 0) > 0,
  )
  if (isAsked && !form.form.anonymous)
    void app.deviceId().then(
      id => (device = id),
      () => undefined,
    )
  return () => metadataNow(app, where, device)
}

function metadataNow(app: App, { response, form }: Where, deviceid: string | undefined): Metadata {
  const common = { start: app.now(), today: app.today(), instanceID: `uuid:${response}` }
  if (form.form.anonymous) return common
  return { ...common, username: app.person.username, ...(deviceid === undefined ? {} : { deviceid }) }
}
