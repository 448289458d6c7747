import type { FeedId } from '../protocol/op.ts'
import type { BackupMark } from '../protocol/wire.ts'

/** What the tablet knows of the server's newest backup. */
export type KnownBackup = BackupMark

/** What is known after the server's word: of another epoch nothing of before counts any more. */
export function addBackupMark(known: KnownBackup | undefined, mark: BackupMark): KnownBackup {
  if (!known || known.epoch !== mark.epoch) return mark
  if (known.at >= mark.at) return known
  return { ...mark, heads: { ...known.heads, ...mark.heads } }
}

/** Whether the newest backup has what a feed had at a sequence; `epoch` is the feed's on this tablet. */
export const isInBackup = (
  known: KnownBackup | undefined,
  { feed, epoch, seq }: { readonly feed: FeedId; readonly epoch: string; readonly seq: number },
): boolean => known?.epoch === epoch && seq <= (known.heads[feed] ?? 0)
