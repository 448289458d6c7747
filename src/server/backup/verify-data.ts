import { openSnapshot } from '../database/dump/open-snapshot.ts'
import { summarize } from '../database/dump/summarize.ts'
import { verifyFeeds } from '../database/dump/verify-feeds.ts'
import type { Place } from '../database/open-database.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Finding } from './backup-problem.ts'
import { verifyFiles } from './verify-files.ts'

/** Reads the live data as they are at this moment, beside the server that goes on. */
export async function* verifyData(
  place: Place,
  files: Pick<FileStore, 'read'>,
  clock: () => number,
): AsyncGenerator<Finding> {
  const snapshot = await openSnapshot(place, clock)
  try {
    yield* verifyFeeds(snapshot.db)
    const { files: named } = await summarize(snapshot.db)
    yield* verifyFiles(named, files.read)
  } finally {
    await snapshot.close()
  }
}
