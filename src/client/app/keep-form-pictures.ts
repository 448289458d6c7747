import type { PersonStore } from '../database/person-store.ts'
import type { SyncRunner } from '../network/sync-runner.ts'

interface Given {
  readonly runner: Pick<SyncRunner, 'status' | 'subscribe'>
  readonly store: PersonStore
  readonly readFile: (sha256: string) => Promise<unknown>
}

/**
 * After every sync, fetches pictures of published forms before anybody opens one, so that they show without a network.
 * What does not come is asked for after the next sync. Returns how to stop.
 */
export function keepFormPictures({ runner, store, readFile }: Given): () => void {
  let seen: number | null = null
  let isBusy = false
  async function fetchNow(): Promise<void> {
    const { fetchFormPictures } = await import('./fetch-form-pictures.ts')
    await fetchFormPictures({ store, readFile })
  }
  return runner.subscribe(() => {
    const { phase, lastSuccessAt } = runner.status()
    if (isBusy || phase !== 'idle' || lastSuccessAt === seen) return
    seen = lastSuccessAt
    isBusy = true
    void fetchNow()
      .catch(() => undefined)
      .finally(() => {
        isBusy = false
      })
  })
}
