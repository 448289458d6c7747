import { askFileWorker } from '../../device/ask-file-worker.ts'
import type { PeopleFileReading } from './read-people-file.ts'

/** Reads a chosen file of people beside the screen. Never rejects. */
export const readInWorker = (file: File): Promise<PeopleFileReading> =>
  askFileWorker<PeopleFileReading>({
    file,
    makeWorker: () => new Worker(new URL('people-file-worker.ts', import.meta.url), { type: 'module' }),
    messageOf: bytes => bytes,
    notRead: problem => ({ type: 'notRead', problem }),
  })
