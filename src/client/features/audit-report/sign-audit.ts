import { addDays } from '../../../lib/calendar-day.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { dueDaysOf } from '../../../domain/qms/settings.ts'
import { canonicalText, reportContent } from '../../../domain/audits/report-content.ts'
import { reportChanges } from '../../../domain/audits/report-changes.ts'
import { feedId } from '../../../domain/people/feed.ts'
import type { App } from '../../context/app.ts'
import { makeSignature } from '../../photos/make-photo.ts'
import { hashOfText } from '../../photos/sha256.ts'
import type { Closing } from './use-closing.ts'

/** Signs the report and issues it with its findings: one transaction (SY1). Works offline. */
export async function signAudit(
  app: App,
  closing: Closing,
  { png, reason }: { readonly png: Blob; readonly reason: string },
): ReturnType<App['save']> {
  const { thing, audit, planned, unit, earlier } = closing
  const chain = await app.chainOf(feedId(unit, 'audit'))
  const content = reportContent(thing, audit, { planned, chain })
  const hash = await hashOfText(canonicalText(content as unknown as JsonValue))
  const { sha256, photo, files } = await makeSignature(png)
  const today = app.today()
  const changes = reportChanges({
    thing,
    audit,
    content,
    hash,
    signature: { sha256, photo },
    moveId: app.newId(),
    lead: app.person.id,
    reason,
    today,
    dueOn: grade => addDays(today, dueDaysOf(closing.settings, grade)),
    earlier,
  })
  return app.save(changes, files)
}
