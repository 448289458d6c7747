// Preloaded into the server by the rig's own check: everything is written, nothing is made durable. A rig that sees no
// loss even so would prove nothing.
import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'

// oxlint-disable-next-line typescript/unbound-method -- called with its database below
const { exec } = DatabaseSync.prototype
DatabaseSync.prototype.exec = function withoutSync(this: DatabaseSync, sql: string): void {
  exec.call(this, sql.replaceAll(/synchronous\s*=\s*full/giu, 'synchronous = off'))
}

const file = await open(fileURLToPath(import.meta.url))
const handle = Object.getPrototypeOf(file) as FileHandle
handle.sync = () => Promise.resolve()
handle.datasync = () => Promise.resolve()
await file.close()
