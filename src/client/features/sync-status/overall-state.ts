import type { SyncStatus } from '../../network/sync-runner.ts'

/** The one word about sync, for the pill and the page. */
export function overallState(status: SyncStatus): 'synced' | 'syncing' | 'waiting' | 'problem' {
  if (status.phase === 'syncing') return 'syncing'
  if (status.problem && status.problem.type !== 'unreachable') return 'problem'
  return status.waitingOps + status.waitingFiles > 0 ? 'waiting' : 'synced'
}
