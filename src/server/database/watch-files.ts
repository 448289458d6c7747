import { statSync } from 'node:fs'

/**
 * Gives a function that throws when the files are no longer those that lay there. SQLite goes on writing to a file that
 * was removed or put aside, and says that it is on the disk to stay.
 */
export function watchFiles(files: readonly string[]): () => void {
  const opened = files.map(identityOf)
  return () => {
    files.forEach((file, at) => {
      if (opened[at] !== undefined && identityOf(file) === opened[at]) return
      const words = `${file} is no longer the file that was opened: bring it back, or restore and start again`
      throw Object.assign(new Error(words), { code: 'DATA_GONE' })
    })
  }
}

function identityOf(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev} ${found.ino}`
}
