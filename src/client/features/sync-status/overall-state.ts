import type { SyncStatus } from '../../network/sync-runner.ts'

/**
 * The one word about sync, for the pill and the page.
 * @param held changes that the server has not taken and nobody has settled: while there are any, not all is well
 */
export function overallState(
  status: SyncStatus,
  held: number,
): 'synced' | 'syncing' | 'waiting' | 'problem' | 'held' {
  if (status.phase === 'syncing') return 'syncing'
  if (status.problem && status.problem.type !== 'unreachable') return 'problem'
  if (status.waitingOps + status.waitingFiles > 0) return 'waiting'
  return held > 0 ? 'held' : 'synced'
}
