import type { Paper } from '../../domain/reports/papers/paper.ts'
import { writeDocx } from './write-docx.ts'

export interface DocxAsked {
  readonly paper: Paper
  readonly pictures: readonly (readonly [sha256: string, bytes: ArrayBuffer])[]
}

export type DocxAnswer = { readonly docx: ArrayBuffer } | { readonly failed: string }

self.addEventListener('message', (event: MessageEvent<DocxAsked>) => {
  // oxlint-disable unicorn/require-post-message-target-origin -- a worker's messages have no origin
  writeDocx(event.data.paper, new Map(event.data.pictures)).then(
    docx => self.postMessage({ docx } satisfies DocxAnswer, { transfer: [docx] }),
    (error: unknown) => self.postMessage({ failed: String(error) } satisfies DocxAnswer),
  )
})
