import { auditeeChanges } from '../../../domain/audits/auditee-changes.ts'
import { findingThing, parseAuditThing } from '../../../domain/audits/audit-number.ts'
import type { FeedChange } from '../../../domain/audits/report-changes.ts'
import type { NewFile } from '../../../sync/replica/replica-store.ts'
import { makeSignature } from '../../photos/make-photo.ts'
import type { Reception } from './receive-form.tsx'

/** What receiving a report saves, from what the head of the commune said in the form. */
export async function receiveReport(given: {
  /** The report's thing. */
  readonly report: string
  readonly hash: string
  readonly reception: Reception
  readonly newId: () => string
}): Promise<{ readonly changes: readonly FeedChange[]; readonly files: readonly NewFile[] }> {
  const { report, hash, reception, newId } = given
  const name = parseAuditThing(report)
  if (!name) throw new Error(`${report} is no report`)
  const { sha256, photo, files } = await makeSignature(reception.png)
  const changes = auditeeChanges({
    unit: name.unit,
    report,
    hash,
    opinion: reception.opinion,
    signature: { sha256, photo },
    acceptances: reception.words.map(({ number, disputed }) => ({
      finding: findingThing({ ...name, finding: number.split('/').at(-1) ?? '' }),
      disputed,
    })),
    newId,
  })
  return { changes, files }
}
