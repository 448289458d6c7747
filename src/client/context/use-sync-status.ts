import { useSyncExternalStore } from 'react'
import type { SyncStatus } from '../network/sync-runner.ts'
import { useApp } from './app-context.tsx'

export function useSyncStatus(): SyncStatus {
  const { sync } = useApp()
  return useSyncExternalStore(sync.subscribe, sync.status)
}
