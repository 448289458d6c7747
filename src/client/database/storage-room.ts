/** How much room the browser gives the app, and whether it has promised to keep it (ST3). */
export interface StorageRoom {
  /** Bytes; null when the browser does not tell. */
  readonly usedBytes: number | null
  readonly quotaBytes: number | null
  readonly isPersisted: boolean
  /** How many more photos fit, about; null when the browser does not tell. */
  readonly photosLeft: number | null
  /** False from 80 % on, so that text always still fits. */
  readonly mayAddPhoto: boolean
}

type Storage = Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>

/** Bytes of a photo with its thumbnail, about. */
const photoBytes = 350_000
const photoShare = 0.8

/** Photos that fit below the mark at which new ones stop. */
export const photosLeft = ({ usedBytes, quotaBytes }: { usedBytes: number; quotaBytes: number }): number =>
  Math.max(0, Math.floor((quotaBytes * photoShare - usedBytes) / photoBytes))

export async function readStorageRoom(storage: Storage | undefined): Promise<StorageRoom> {
  const { usage: usedBytes, quota: quotaBytes } = await estimate(storage)
  const isPersisted = (await storage?.persisted().catch(() => false)) ?? false
  if (usedBytes === undefined || !quotaBytes)
    return { usedBytes: null, quotaBytes: null, isPersisted, photosLeft: null, mayAddPhoto: true }
  return {
    usedBytes,
    quotaBytes,
    isPersisted,
    photosLeft: photosLeft({ usedBytes, quotaBytes }),
    mayAddPhoto: usedBytes < quotaBytes * photoShare,
  }
}

/** Asks the browser never to delete the app's data by itself; true when it promises. */
export async function askToPersist(storage: Storage | undefined): Promise<boolean> {
  if (!storage) return false
  return storage.persist().catch(() => false)
}

async function estimate(storage: Storage | undefined): Promise<StorageEstimate> {
  return (await storage?.estimate().catch(() => ({}))) ?? {}
}
