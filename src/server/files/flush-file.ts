import { open } from 'node:fs/promises'

/** What was written to a file, by whomever, is on the disk to stay when this resolves. */
export async function flushFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
