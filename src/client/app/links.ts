import { createAccountLink, type AccountLink } from '../network/account-link.ts'
import { createAsk, type Ask } from '../network/ask-server.ts'
import type { Download } from '../network/download-link.ts'
import { createFileLink, type FileLink } from '../network/file-link.ts'
import { createServerLink } from '../network/server-link.ts'
import { sha256Of } from '../photos/sha256.ts'
import type { ServerLink } from '../../sync/replica/server-link.ts'

/** All ways to the server. */
export interface Links {
  readonly ask: Ask
  readonly server: ServerLink
  readonly files: FileLink
  readonly account: AccountLink
  readonly download: Download
}

export function createLinks(): Links {
  const fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init)
  const ask = createAsk({ fetch })
  return {
    ask,
    server: createServerLink(ask),
    files: createFileLink(ask, sha256Of),
    account: createAccountLink(ask),
    // Few export, and nobody as the first thing.
    download: async given => (await import('../network/download-link.ts')).createDownload({ fetch })(given),
  }
}
