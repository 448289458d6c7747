import type { LinkProblem } from '../../sync/replica/server-link.ts'
import type { FileLink, OutgoingFile } from './file-link.ts'

/** Where the files are that wait: thumbnails first, then originals (SY12). */
export interface FileOutbox {
  listUnsentFiles: () => Promise<readonly OutgoingFile[]>
  readFile: (sha256: string) => Promise<Blob | undefined>
  markFileSent: (sha256: string, storedAt: number | null) => Promise<void>
}

export interface FileProgress {
  readonly waitingFiles: number
  readonly filesSent: number
  readonly filesTotal: number
}

/** `sent`: all that could go has gone. `refused` of them the server did not take; they stay and are tried later. */
export type SentFiles = { readonly type: 'sent'; readonly refused: number } | LinkProblem

export interface FileSender {
  /** Sends what waits, one by one; `before` runs ahead of each, for ops that were saved meanwhile. */
  sendAll: (before: () => Promise<LinkProblem | undefined>) => Promise<SentFiles>
  count: () => Promise<void>
  /** Tries files again that were refused. */
  forgetRefusals: () => void
}

/** A file refused is not offered at every sync again, or it would cost a request a minute for ever. */
const refusalMs = 30 * 60_000

export function createFileSender({
  files,
  outbox,
  clock,
  onProgress,
}: {
  readonly files: Pick<FileLink, 'send'>
  readonly outbox: FileOutbox
  readonly clock: () => number
  readonly onProgress: (progress: FileProgress) => void
}): FileSender {
  const refusedUntil = new Map<string, number>()

  /** Undefined when all is well with the file; true when only this file is not. */
  async function sendOne(file: OutgoingFile): Promise<LinkProblem | true | undefined> {
    const bytes = await outbox.readFile(file.sha256)
    const result = bytes ? await files.send(file, bytes) : { type: 'fileRefused' as const }
    if (result.type === 'sent') {
      await outbox.markFileSent(file.sha256, result.storedAt)
      return undefined
    }
    const isAboutFile =
      result.type === 'fileRefused' || result.type === 'refused' || result.type === 'tooLarge'
    if (!isAboutFile) return result
    refusedUntil.set(file.sha256, clock() + refusalMs)
    return true
  }

  async function listNext(): Promise<readonly OutgoingFile[]> {
    const waiting = await outbox.listUnsentFiles()
    return waiting.filter(file => (refusedUntil.get(file.sha256) ?? 0) <= clock())
  }

  return {
    async sendAll(before) {
      let filesSent = 0
      for (let next = await listNext(); next.length > 0; next = await listNext()) {
        const filesTotal = filesSent + next.length
        for (const file of next) {
          const trouble = (await before()) ?? (await sendOne(file))
          if (trouble !== undefined && trouble !== true) return trouble
          if (trouble === undefined) filesSent++
          const waitingFiles = (await outbox.listUnsentFiles()).length
          onProgress({ waitingFiles, filesSent, filesTotal })
        }
      }
      const refused = (await outbox.listUnsentFiles()).length
      onProgress({ waitingFiles: refused, filesSent, filesTotal: filesSent })
      return { type: 'sent', refused }
    },
    async count() {
      const waitingFiles = (await outbox.listUnsentFiles()).length
      onProgress({ waitingFiles, filesSent: 0, filesTotal: waitingFiles })
    },
    forgetRefusals: () => refusedUntil.clear(),
  }
}
