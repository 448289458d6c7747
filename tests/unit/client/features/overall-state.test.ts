import { describe, expect, test } from 'vitest'
import type { SyncStatus } from '../../../../src/client/network/sync-runner.ts'
import { overallState } from '../../../../src/client/features/sync-status/overall-state.ts'

const calm = {
  phase: 'idle',
  problem: null,
  waitingOps: 0,
  isCounted: true,
  waitingFiles: 0,
} as unknown as SyncStatus

describe('the one word about sync', () => {
  test('says that all is at the server only when nothing waits and the server has taken all of it', () => {
    expect(overallState(calm, 0)).toBe('synced')
    expect(overallState(calm, 1)).toBe('held')
    expect(overallState({ ...calm, waitingFiles: 1 }, 0)).toBe('waiting')
  })

  test('says nothing of it before it has been counted', () => {
    expect(overallState({ ...calm, isCounted: false }, 0)).toBe('counting')
    expect(overallState(calm, undefined)).toBe('counting')
    expect(overallState({ ...calm, isCounted: false, waitingOps: 1 }, undefined)).toBe('waiting')
  })

  test('tells first of what is happening, then of what keeps it from happening, then of what waits', () => {
    const problem = { type: 'unauthorized' } as NonNullable<SyncStatus['problem']>
    const waiting = { ...calm, waitingOps: 2 }
    expect(overallState({ ...waiting, phase: 'syncing', problem }, 1)).toBe('syncing')
    expect(overallState({ ...waiting, problem }, 1)).toBe('problem')
    expect(overallState(waiting, 1)).toBe('waiting')
  })

  test('does not call a missing network a problem: work goes on without it', () => {
    const problem = { type: 'unreachable' } as NonNullable<SyncStatus['problem']>
    expect(overallState({ ...calm, problem, waitingOps: 1 }, 0)).toBe('waiting')
    expect(overallState({ ...calm, problem }, 0)).toBe('synced')
  })
})
