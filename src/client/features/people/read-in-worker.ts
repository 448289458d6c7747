import { workbookLimits } from '../../../lib/workbook/workbook-limits.ts'
import type { PeopleFileReading } from './read-people-file.ts'

/** A file within the limits takes a second; what takes longer than this was made to. */
const longestMs = 20_000

/** Reads a chosen file beside the screen; given up after 20 seconds. Never rejects. */
export async function readInWorker(file: File): Promise<PeopleFileReading> {
  const { maxBytes } = workbookLimits
  if (file.size > maxBytes) return { type: 'notRead', problem: { type: 'tooLarge', maxBytes } }
  const bytes = await file.arrayBuffer().then(
    buffer => new Uint8Array(buffer),
    () => undefined,
  )
  if (!bytes) return { type: 'notRead', problem: { type: 'failed' } }
  const worker = new Worker(new URL('people-file-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<PeopleFileReading>(resolve => {
    const timer = setTimeout(() => end({ type: 'notRead', problem: { type: 'tooSlow' } }), longestMs)
    function end(reading: PeopleFileReading): void {
      clearTimeout(timer)
      worker.terminate()
      resolve(reading)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<PeopleFileReading>) => end(data))
    worker.addEventListener('error', () => end({ type: 'notRead', problem: { type: 'failed' } }))
    worker.postMessage(bytes, [bytes.buffer])
  })
}
