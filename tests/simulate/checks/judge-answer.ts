import { responseType } from '../../../src/domain/responses/response-fields.ts'
import { fills } from '../commune.ts'
import type { SyncRequest, SyncResponse } from '../../../src/sync/protocol/wire.ts'
import { feedsOf } from '../history/staff.ts'
import type { World } from '../history/world.ts'

/** Nobody is given another's feed; what was taken from who may not write it must not be in the log (SY9). */
export function judgeAnswer(
  { staff, fail, ledger }: World,
  person: string,
  request: SyncRequest,
  response: SyncResponse,
): void {
  const mayRead = feedsOf(staff, person)
  for (const page of response.pages)
    if (!mayRead.has(page.feed)) fail('leaked', `${person} was given ${page.feed}`)
  for (const feed of Object.keys(response.backup?.heads ?? {}))
    if (!mayRead.has(feed)) fail('leaked', `${person} was told of the backup of ${feed}`)
  request.ops.forEach((op, at) => {
    const answer = response.answers[at]
    if (answer?.result !== 'ok' && answer?.result !== 'conflict') return
    const { id, type, field, feed } = op
    if (!mayRead.has(feed)) ledger.foreign.set(id, `${person} wrote ${field} into ${feed}`)
    // Auditors sign what is theirs with a picture.
    const isWork = type === responseType && (field.startsWith('answers/') || field.startsWith('evidence/'))
    if (isWork && !fills(person)) ledger.foreign.set(id, `${person} filled ${field} of ${feed}`)
  })
}
