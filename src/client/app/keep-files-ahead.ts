import { whenIdle } from '../context/when-idle.ts'
import type { PersonStore } from '../database/person-store.ts'
import type { SyncRunner } from '../network/sync-runner.ts'

interface Given {
  readonly runner: Pick<SyncRunner, 'status' | 'subscribe'>
  readonly store: PersonStore
  readonly readFile: (sha256: string) => Promise<unknown>
  readonly person: string
  /** `YYYY-MM-DD` */
  readonly today: () => string
}

/**
 * After every sync, fetches pictures of published forms and files of issued documents before anybody opens one, so that
 * they show without a network. What does not come is asked for after the next sync. Returns how to stop.
 */
export function keepFilesAhead({ runner, today, ...given }: Given): () => void {
  let seen: number | null = null
  let isBusy = false
  let stopWaiting = (): void => undefined
  async function fetchNow(): Promise<void> {
    const { fetchAhead } = await import('./fetch-ahead.ts')
    await fetchAhead({ ...given, today: today() })
  }
  const forget = runner.subscribe(() => {
    const { phase, lastSuccessAt } = runner.status()
    if (isBusy || phase !== 'idle' || lastSuccessAt === seen) return
    seen = lastSuccessAt
    isBusy = true
    // Of the app's start, the first screen has the tablet to itself.
    stopWaiting = whenIdle(
      () =>
        void fetchNow()
          .catch(() => undefined)
          .finally(() => {
            isBusy = false
          }),
    )
  })
  return () => {
    forget()
    stopWaiting()
  }
}
