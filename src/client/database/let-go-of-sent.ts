import { isInBackup } from '../../sync/replica/backup-state.ts'
import { readBackup } from './backup-note.ts'
import type { PersonTables } from './person-database.ts'

/** How long sent ops are kept at least, for a server restored from a backup (SY11). */
const keepSentMs = 30 * 24 * 3600 * 1000

/**
 * Within a transaction on `sent`, `feeds` and `meta`: lets go of sent ops that are old enough and in a backup. What
 * no backup has is kept however old it is: the tablet may be the only other place that has it.
 */
export async function letGoOfSent(
  { sent, feeds, meta }: Pick<PersonTables, 'sent' | 'feeds' | 'meta'>,
  now: number,
): Promise<void> {
  const backup = await readBackup({ meta })
  if (!backup) return
  const old = await sent
    .where('at')
    .below(now - keepSentMs)
    .toArray()
  const states = await feeds.bulkGet([...new Set(old.map(({ op }) => op.feed))])
  const epochs = new Map(states.flatMap(state => (state ? [[state.feed, state.epoch] as const] : [])))
  const passed = old.filter(({ op: { feed }, upTo }) => {
    const epoch = epochs.get(feed)
    return upTo !== undefined && epoch !== undefined && isInBackup(backup, { feed, epoch, seq: upTo })
  })
  await sent.bulkDelete(passed.map(({ op }) => op.id))
}
