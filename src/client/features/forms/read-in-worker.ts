import { askFileWorker } from '../../device/ask-file-worker.ts'
import type { Attached } from './attach-file.ts'
import type { FormFile, FormFileReading } from './read-form-file.ts'

/** Reads a chosen form, with what was attached to it, beside the screen. Never rejects. */
export const readInWorker = (file: File, attached: readonly Attached[] = []): Promise<FormFileReading> =>
  askFileWorker<FormFileReading>({
    file,
    makeWorker: () => new Worker(new URL('form-file-worker.ts', import.meta.url), { type: 'module' }),
    messageOf: bytes => ({ bytes, name: file.name, ...sortOut(attached) }) satisfies FormFile,
    notRead: problem => ({ type: 'notRead', problem }),
  })

const sortOut = (attached: readonly Attached[]): Pick<FormFile, 'files' | 'images'> => ({
  files: Object.fromEntries(
    attached.flatMap(one => (one.kind === 'table' ? [[one.name, one.text] as const] : [])),
  ),
  images: Object.fromEntries(
    attached.flatMap(one => (one.kind === 'picture' ? [[one.name, one.sha256] as const] : [])),
  ),
})
