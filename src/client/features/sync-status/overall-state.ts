import type { SyncStatus } from '../../network/sync-runner.ts'

/**
 * The one word about sync, for the pill and the page.
 * @param held changes that the server has not taken and nobody has settled: while there are any, not all is well;
 *   undefined while that is being read
 * @returns `counting` until it is known that nothing waits: a tablet that has just been switched on must not say that
 *   all is at the server
 */
export function overallState(
  status: SyncStatus,
  held: number | undefined,
): 'synced' | 'syncing' | 'waiting' | 'problem' | 'held' | 'counting' {
  if (status.phase === 'syncing') return 'syncing'
  if (status.problem && status.problem.type !== 'unreachable') return 'problem'
  if (status.waitingOps + status.waitingFiles > 0) return 'waiting'
  if (held === undefined || !status.isCounted) return 'counting'
  return held > 0 ? 'held' : 'synced'
}
