import { open } from 'node:fs/promises'

/** A rename is on the disk to stay only when its folder is. */
export async function syncFolder(path: string): Promise<void> {
  // Windows does not open folders; there the file system does it by itself.
  const folder = await open(path, 'r').catch(() => undefined)
  try {
    await folder?.sync().catch(() => undefined)
  } finally {
    await folder?.close()
  }
}
