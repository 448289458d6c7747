import { workbookLimits } from '../../lib/workbook/workbook-limits.ts'

/** A file within the limits takes a second; what takes longer than this was made to. */
const longestMs = 20_000

/** Why a worker was given no file, or gave none back. */
export type FileWorkerProblem =
  { readonly type: 'tooLarge'; readonly maxBytes: number } | { readonly type: 'tooSlow' | 'failed' }

interface Given<Reading> {
  readonly file: File
  readonly makeWorker: () => Worker
  /** What the worker is told; the bytes are moved to it. */
  readonly messageOf: (bytes: Uint8Array<ArrayBuffer>) => unknown
  /** A reading that says why there is none. */
  readonly notRead: (problem: FileWorkerProblem) => Reading
}

/** Has a chosen file read beside the screen by a worker that answers once; given up after 20 seconds. Never rejects. */
export async function askFileWorker<Reading>({
  file,
  makeWorker,
  messageOf,
  notRead,
}: Given<Reading>): Promise<Reading> {
  const { maxBytes } = workbookLimits
  if (file.size > maxBytes) return notRead({ type: 'tooLarge', maxBytes })
  const bytes = await file.arrayBuffer().then(
    buffer => new Uint8Array(buffer),
    () => undefined,
  )
  if (!bytes) return notRead({ type: 'failed' })
  const worker = makeWorker()
  return new Promise<Reading>(resolve => {
    const timer = setTimeout(() => end(notRead({ type: 'tooSlow' })), longestMs)
    function end(reading: Reading): void {
      clearTimeout(timer)
      worker.terminate()
      resolve(reading)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<Reading>) => end(data))
    worker.addEventListener('error', () => end(notRead({ type: 'failed' })))
    worker.postMessage(messageOf(bytes), [bytes.buffer])
  })
}
