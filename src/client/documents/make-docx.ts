import { picturesOf, type Paper } from '../../domain/reports/papers/paper.ts'
import { err, ok, type Result } from '../../lib/result.ts'
import { askWorker } from './ask-worker.ts'
import type { DocxAnswer, DocxAsked } from './docx-worker.ts'

export type DocxProblem = { readonly type: 'cancelled' } | { readonly type: 'failed'; readonly cause: string }

interface Given {
  /** Bytes of a picture; undefined when they can be had nowhere. */
  readonly readFile: (sha256: string) => Promise<Blob | undefined>
  /** Pictures read so far, of all. */
  readonly onProgress: (done: number, total: number) => void
  readonly signal: AbortSignal
}

/** Makes a paper's DOCX in a worker, so that the screen goes on; pictures that cannot be had are left out. */
export async function makeDocx(paper: Paper, given: Given): Promise<Result<Blob, DocxProblem>> {
  const { readFile, onProgress, signal } = given
  const wanted = [...new Set(picturesOf(paper).map(({ sha256 }) => sha256))]
  const pictures: [string, ArrayBuffer][] = []
  for (const [at, sha256] of wanted.entries()) {
    onProgress(at, wanted.length)
    const blob = await readFile(sha256)
    if (signal.aborted) return err({ type: 'cancelled' })
    if (blob) pictures.push([sha256, await blob.arrayBuffer()])
  }
  onProgress(wanted.length, wanted.length)
  const worker = new Worker(new URL('./docx-worker.ts', import.meta.url), { type: 'module' })
  const asked: DocxAsked = { paper, pictures }
  const transfer = pictures.map(([, bytes]) => bytes)
  const answer = await askWorker<DocxAnswer>(worker, asked, { signal, transfer })
  if (!answer) return err({ type: 'cancelled' })
  if ('failed' in answer) return err({ type: 'failed', cause: answer.failed })
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return ok(new Blob([answer.docx], { type }))
}
