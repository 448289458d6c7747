import { webcrypto } from 'node:crypto'
import { open } from 'node:fs/promises'
import { err, ok, type Result } from '../../../lib/result.ts'
import { bufferSource } from '../../../sync/protocol/carried/buffer-source.ts'
import {
  openBundle,
  type BundleSource,
  type OpenFileProblem,
} from '../../../sync/protocol/carried/open-bundle.ts'
import { readItem, scanBundle } from '../../../sync/protocol/carried/scan-bundle.ts'
import { judgeStatement, type StatementFault } from '../../http/judge-statement.ts'
import { takeStatement } from '../../http/take-statement.ts'
import type { Services } from '../../http/environment.ts'
import { explainError } from '../explain-error.ts'
import type { AloneCommand, Outcome } from './command.ts'
import { loadDirectory } from './load-directory.ts'
import { storeCarriedFile } from './store-carried-file.ts'

const openProblems: Readonly<Record<OpenFileProblem, string>> = {
  foreign: 'This is no file of ISO Xã, or it is damaged at both ends.',
  newerFormat: 'A newer build of ISO Xã made this file. Update the server first.',
  wrongWords: 'These are not the words of this file. Nothing was taken in.',
}

const faults: Readonly<Record<StatementFault, string>> = {
  badRequest: 'Not understood, not taken in',
  upgradeRequired: 'Made by a build that is too new or too old, not taken in',
  keyUnknown: 'Made on a tablet that has never told its key, not taken in',
  keyRevoked: 'Made on a tablet that is not trusted since a password was reset, not taken in',
  badSignature: 'Not signed by a tablet of its author, not taken in',
}

/** The server's own way to take in what could not come over a network (SY16). The author is who the signature says. */
export const takeIn: AloneCommand = {
  summary:
    'Takes in a file of unsent work that a tablet made. Asks for its six words. Twice changes nothing.',
  needs: {},
  file: 'FILE',
  async run(services, { file = '', askWords }) {
    const handle = await open(file, 'r').catch((error: unknown) => `${file}: ${explainError(error)}`)
    if (typeof handle === 'string') return err(handle)
    try {
      const words = await askWords()
      if (!words.ok) return words
      const { size } = await handle.stat()
      const source = bufferSource({
        size,
        async read(offset, length) {
          const bytes = new Uint8Array(length)
          const { bytesRead } = await handle.read(bytes, 0, length, offset)
          return bytes.subarray(0, bytesRead)
        },
      })
      return await takeInFrom(services, source, words.value)
    } finally {
      await handle.close()
    }
  },
}

async function takeInFrom(services: Services, source: BundleSource, words: string): Promise<Outcome> {
  const bundle = await openBundle(source, words, webcrypto.subtle)
  if (!bundle.ok) return err(openProblems[bundle.error])
  const scan = await scanBundle(bundle.value)
  const directory = await loadDirectory(services)
  const counts = new Map<string, number>()
  const count = (what: string, by = 1): unknown => counts.set(what, (counts.get(what) ?? 0) + by)
  /** What the author's device has vouched for. */
  const vouched = new Map<string, string>()
  for (const found of scan.items) {
    const item = await readItem(bundle.value, found)
    if (!item || item.kind === 'summary') continue
    if (item.kind === 'file') {
      const author = vouched.get(item.file.sha256)
      const stored: Result<true, string> = author
        ? await storeCarriedFile(services, author, item)
        : err('not vouched for')
      count(stored.ok ? 'Photos and files stored' : `Photos and files refused (${stored.error})`)
      continue
    }
    const statement = await judgeStatement(services, item.signed, undefined)
    if (!statement.ok) {
      count(faults[statement.error])
      continue
    }
    for (const { sha256 } of statement.value.files) vouched.set(sha256, statement.value.author)
    const answers = await takeStatement(services, statement.value, { directory, courier: undefined })
    for (const answer of answers)
      count(
        answer.result === 'held'
          ? `Changes held (${answer.reason})`
          : answer.result === 'duplicate'
            ? 'Changes the server had already'
            : 'Changes taken in',
      )
  }
  const damage = scan.isWhole ? [] : ['The file is damaged or was cut off; what was good is above.']
  return ok([...[...counts].map(([what, number]) => `${what}: ${number}`), ...damage])
}
