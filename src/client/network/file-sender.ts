import type { LinkProblem } from '../../sync/replica/server-link.ts'
import type { FileLink, OutgoingFile } from './file-link.ts'

/** A file that only this tablet has. */
export interface WaitingFile extends OutgoingFile {
  readonly isThumb: boolean
}

/** Where the files are that wait: thumbnails first, then originals (SY12). */
export interface FileOutbox {
  listUnsentFiles: () => Promise<readonly WaitingFile[]>
  readFile: (sha256: string) => Promise<Blob | undefined>
  hasFile: (sha256: string) => Promise<boolean>
  markFileSent: (sha256: string, storedAt: number | null) => Promise<void>
}

export interface FileProgress {
  readonly waitingFiles: number
  /** Of those, originals that the person lets go over Wi-Fi only. */
  readonly waitingForWifi: ReadonlySet<string>
  readonly filesSent: number
  readonly filesTotal: number
  /** The one on its way, and how many of its bytes the server has. */
  readonly sending: { readonly sha256: string; readonly sent: number; readonly size: number } | null
  /** Those the server did not take, by why: they stay and are tried later. */
  readonly refusedFiles: ReadonlyMap<string, string>
}

/** `sent`: all that could go has gone. `refused` of them the server did not take. */
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
/** What is as small as a thumbnail never waits for Wi-Fi: a signature, a photo that was small already. */
const smallBytes = 64 * 1024

interface Refusal {
  readonly until: number
  readonly why: string
}

export function createFileSender({
  files,
  outbox,
  clock,
  mayOriginalsGo,
  onProgress,
}: {
  readonly files: Pick<FileLink, 'send'>
  readonly outbox: FileOutbox
  readonly clock: () => number
  readonly mayOriginalsGo: () => boolean
  readonly onProgress: (progress: Partial<FileProgress>) => void
}): FileSender {
  const refusals = new Map<string, Refusal>()

  /** Undefined when all is well with the file; true when only this file is not. */
  async function sendOne(file: OutgoingFile): Promise<LinkProblem | true | undefined> {
    const { sha256, size } = file
    const bytes = await outbox.readFile(sha256)
    const result = bytes
      ? await files.send(file, bytes, sent => {
          onProgress({ sending: { sha256, sent, size } })
          // Blurred meanwhile: no further piece of it leaves the tablet.
          return outbox.hasFile(sha256)
        })
      : { type: 'fileRefused' as const, error: 'bytesMissing' }
    if (result.type === 'sent') {
      await outbox.markFileSent(sha256, result.storedAt)
      refusals.delete(sha256)
      return undefined
    }
    const why = refusalOf(result)
    if (why === undefined) return result as LinkProblem
    if (await outbox.hasFile(sha256)) refusals.set(sha256, { until: clock() + refusalMs, why })
    return true
  }

  const mayGo = ({ isThumb, size }: WaitingFile): boolean => isThumb || size <= smallBytes || mayOriginalsGo()
  const isRefused = ({ sha256 }: WaitingFile): boolean => (refusals.get(sha256)?.until ?? 0) > clock()

  async function listNext(): Promise<readonly WaitingFile[]> {
    const waiting = await outbox.listUnsentFiles()
    return waiting.filter(file => mayGo(file) && !isRefused(file))
  }

  /** Counts what waits and tells it; how many of it the server would not take. */
  async function tellWaiting(progress: Pick<FileProgress, 'filesSent' | 'filesTotal'>): Promise<number> {
    const waiting = await outbox.listUnsentFiles()
    const refused = waiting.filter(isRefused)
    const refusedFiles = new Map(refused.map(({ sha256 }) => [sha256, refusals.get(sha256)?.why ?? '']))
    const kept = waiting.filter(file => !mayGo(file))
    const waitingForWifi = new Set(kept.map(({ sha256 }) => sha256))
    onProgress({ ...progress, waitingFiles: waiting.length, waitingForWifi, refusedFiles, sending: null })
    return refused.length
  }

  return {
    async sendAll(before) {
      let filesSent = 0
      for (let next = await listNext(); next.length > 0; next = await listNext()) {
        const filesTotal = filesSent + next.length
        for (const file of next) {
          // The tablet may have left the Wi-Fi since.
          const trouble = (await before()) ?? (mayGo(file) ? await sendOne(file) : true)
          if (trouble !== undefined && trouble !== true) {
            onProgress({ sending: null })
            return trouble
          }
          if (trouble === undefined) filesSent++
          await tellWaiting({ filesSent, filesTotal })
        }
      }
      return { type: 'sent', refused: await tellWaiting({ filesSent, filesTotal: filesSent }) }
    },
    async count() {
      const filesTotal = (await listNext()).length
      await tellWaiting({ filesSent: 0, filesTotal })
    },
    forgetRefusals: () => refusals.clear(),
  }
}

/** Why the server does not take this file alone; undefined for what speaks of all. */
function refusalOf(result: Awaited<ReturnType<FileLink['send']>>): string | undefined {
  if (result.type === 'fileRefused') return result.error
  if (result.type === 'tooLarge') return 'tooLarge'
  return result.type === 'refused' ? result.error : undefined
}
