import { randomBytes } from 'node:crypto'
import type { FormVersion } from '../../../src/domain/forms/form-version.ts'
import { formToFields, publishedFormThing } from '../../../src/domain/qms/published-form.ts'
import { publishedFormType } from '../../../src/domain/qms/published-form-type.ts'
import { referenceFeed } from '../../../src/server/app/seed-reference.ts'
import type { Op } from '../../../src/sync/protocol/op.ts'
import { openApi } from './api.ts'
import type { Account } from './pages.ts'

/** A form version as a province publishes it, so that every tablet may begin it after its next sync. */
export async function publishForm(origin: string, province: Account, form: FormVersion): Promise<void> {
  const api = await openApi(origin, province)
  const id = () => randomBytes(12).toString('base64url')
  const group = id()
  const ops = formToFields(form).map(({ field, value }, at): Op => ({
    id: id(),
    device: 'test-publisher',
    seq: at + 1,
    group,
    feed: referenceFeed,
    type: publishedFormType,
    thing: publishedFormThing(form),
    field,
    value,
    hlc: Date.now() * 1024 + at,
    base: null,
    schema: 1,
  }))
  const answer = await api.sync({ ops })
  const bad = answer.answers.filter(one => one.result !== 'ok')
  if (bad.length > 0) throw new Error(`the form was not published: ${JSON.stringify(bad)}`)
}
