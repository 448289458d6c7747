import { useEffect, useRef, useState } from 'react'
import { useApp } from '../../context/app-context.tsx'
import type { ExportWish } from '../../context/app.ts'

export type ExportState =
  | { readonly type: 'idle' }
  | { readonly type: 'running'; readonly bytes: number; readonly total: number | null }
  | { readonly type: 'done'; readonly name: string; readonly bytes: number }
  | { readonly type: 'failed'; readonly problem: ExportFailure }

export type ExportFailure = 'unreachable' | 'notOurServer' | 'unauthorized' | 'notFound' | 'failed'

/** One export at a time; leaving the dialog ends it. */
export function useExport(): {
  readonly state: ExportState
  readonly start: (wish: ExportWish) => void
  readonly cancel: () => void
} {
  const app = useApp()
  const [state, setState] = useState<ExportState>({ type: 'idle' })
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])

  async function run(wish: ExportWish): Promise<void> {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    setState({ type: 'running', bytes: 0, total: null })
    const result = await app.exportResponses(wish, {
      signal: own.signal,
      onProgress: progress => setState({ type: 'running', ...progress }),
    })
    if (running.current !== own) return
    switch (result.type) {
      case 'saved':
        setState({ type: 'done', name: result.name, bytes: result.bytes })
        return
      case 'cancelled':
        setState({ type: 'idle' })
        return
      case 'unreachable':
      case 'notOurServer':
        setState({ type: 'failed', problem: result.type })
        return
      case 'unauthorized':
      case 'deviceRevoked':
      case 'otherPerson':
        setState({ type: 'failed', problem: 'unauthorized' })
        return
      case 'refused':
        setState({ type: 'failed', problem: result.error === 'notFound' ? 'notFound' : 'failed' })
        return
      case 'busy':
      case 'tooLarge':
      case 'serverFull':
      case 'upgradeRequired':
        setState({ type: 'failed', problem: 'failed' })
    }
  }
  return { state, start: wish => void run(wish), cancel: () => running.current?.abort() }
}
