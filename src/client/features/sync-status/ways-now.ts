import type { Directory } from '../../../domain/people/directory.ts'
import { parseFeedId } from '../../../domain/people/feed.ts'
import { createScope } from '../../../domain/people/scope.ts'
import { vietnamDayOf } from '../../../lib/vietnam-time.ts'
import { waysToSettle, type HeldWay } from '../../../sync/protocol/held-settlement.ts'
import { msOfHlc } from '../../../sync/protocol/hlc.ts'
import type { HeldElsewhere } from '../../context/app.ts'

/** How a reviewer may settle it: accepted is only what its author could have done on the day of it. */
export function waysNow(
  record: HeldElsewhere,
  { assignmentsOf, tree }: Pick<Directory, 'assignmentsOf' | 'tree'>,
): readonly HeldWay[] {
  const { op, author } = record
  const unit = parseFeedId(op.feed)?.unit ?? ''
  const scope = createScope(assignmentsOf(author), tree, vietnamDayOf(msOfHlc(op.hlc)))
  const wasTheirs = scope.mayDo('response.fill', unit)
  return waysToSettle(record).filter(way => way !== 'accepted' || wasTheirs)
}
