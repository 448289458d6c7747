import { liveQuery, type Observable } from 'dexie'
import { err, ok, type Result } from '../../lib/result.ts'
import { bufferBytes, bufferSource } from '../../sync/protocol/carried/buffer-source.ts'
import type { BundleSource } from '../../sync/protocol/carried/open-bundle.ts'
import type { CarriedDatabase, CarriedRecord } from './carried-database.ts'
import { toSaveProblem, type SaveProblem } from './save-problem.ts'

export type NewCarried = Omit<CarriedRecord, 'left' | 'taken' | 'held' | 'problem' | 'doneAt'>

/** `known`: it was here already, and this copy has nothing that the first one has not. */
export type TakenIn = 'kept' | 'known'

export interface CarriedStore {
  /** Keeps a file as it is. Ok means that all of it is on the disk. */
  keep: (bundle: NewCarried, source: BundleSource) => Promise<Result<TakenIn, SaveProblem>>
  listWaiting: () => Promise<readonly CarriedRecord[]>
  /** The bytes that were kept. */
  sourceOf: (bundle: CarriedRecord) => BundleSource
  note: (
    id: string,
    change: Partial<Pick<CarriedRecord, 'left' | 'taken' | 'held' | 'problem'>>,
  ) => Promise<void>
  /** The server has all of it: the bytes go, what became of it stays. */
  finish: (id: string, at: number) => Promise<void>
  watch: () => Observable<readonly CarriedRecord[]>
}

export function createCarriedStore(db: CarriedDatabase): CarriedStore {
  const { bundles, chunks } = db

  async function write(bundle: NewCarried, source: BundleSource): Promise<TakenIn> {
    const known = await bundles.get(bundle.id)
    const isBetter = known?.doneAt === null && bundle.items.length > known.items.length
    if (known && !isBetter) return 'known'
    // The record comes last: without it the bytes count for nothing, and are written over.
    for (let index = 0; index * bufferBytes < source.size; index++) {
      const bytes = await source.read(index * bufferBytes, bufferBytes)
      await chunks.put({ id: bundle.id, index, bytes: bytes.slice().buffer })
    }
    const left = bundle.items.map((_, at) => at)
    await bundles.put({ ...bundle, left, taken: 0, held: 0, problem: null, doneAt: null })
    return 'kept'
  }

  async function readChunk(id: string, index: number): Promise<Uint8Array<ArrayBuffer>> {
    const chunk = await chunks.get([id, index])
    return new Uint8Array(chunk?.bytes ?? new ArrayBuffer(0))
  }

  return {
    async keep(bundle, source) {
      try {
        return ok(await write(bundle, source))
      } catch (cause) {
        return err(toSaveProblem(cause))
      }
    },
    listWaiting: async () => (await bundles.toArray()).filter(({ doneAt }) => doneAt === null),
    // The buffer asks for whole chunks, one at a time.
    sourceOf: ({ id, size }) =>
      bufferSource({ size, read: offset => readChunk(id, Math.floor(offset / bufferBytes)) }),
    async note(id, change) {
      await bundles.update(id, change)
    },
    async finish(id, at) {
      await bundles.update(id, { doneAt: at, problem: null })
      await chunks.where('[id+index]').between([id, 0], [id, Infinity]).delete()
    },
    watch: () => liveQuery(async () => (await bundles.toArray()).sort((a, b) => b.takenAt - a.takenAt)),
  }
}
