import { workbookLimits } from '../../../lib/workbook/workbook-limits.ts'
import type { Attached } from './attach-file.ts'
import type { FormFile, FormFileReading } from './read-form-file.ts'

/** A file within the limits takes a second; what takes longer than this was made to. */
const longestMs = 20_000

/** Reads a chosen file beside the screen; given up after 20 seconds. Never rejects. */
export async function readInWorker(file: File, attached: readonly Attached[] = []): Promise<FormFileReading> {
  const { maxBytes } = workbookLimits
  if (file.size > maxBytes) return { type: 'notRead', problem: { type: 'tooLarge', maxBytes } }
  const bytes = await file.arrayBuffer().then(
    buffer => new Uint8Array(buffer),
    () => undefined,
  )
  if (!bytes) return { type: 'notRead', problem: { type: 'failed' } }
  const worker = new Worker(new URL('form-file-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<FormFileReading>(resolve => {
    const timer = setTimeout(() => end({ type: 'notRead', problem: { type: 'tooSlow' } }), longestMs)
    function end(reading: FormFileReading): void {
      clearTimeout(timer)
      worker.terminate()
      resolve(reading)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<FormFileReading>) => end(data))
    worker.addEventListener('error', () => end({ type: 'notRead', problem: { type: 'failed' } }))
    worker.postMessage({ bytes, name: file.name, ...sortOut(attached) } satisfies FormFile, [bytes.buffer])
  })
}

const sortOut = (attached: readonly Attached[]): Pick<FormFile, 'files' | 'images'> => ({
  files: Object.fromEntries(
    attached.flatMap(one => (one.kind === 'table' ? [[one.name, one.text] as const] : [])),
  ),
  images: Object.fromEntries(
    attached.flatMap(one => (one.kind === 'picture' ? [[one.name, one.sha256] as const] : [])),
  ),
})
