import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import { readWords } from '../../../sync/protocol/carried/words.ts'
import { err, ok, type Result } from '../../../lib/result.ts'

/** The words of a file, typed at a terminal or given on standard input. */
export async function askWords(): Promise<Result<string, string>> {
  const { words, unknown, missing } = readWords(await readTyped())
  if (unknown.length > 0) return err(`Not on the list of words: ${unknown.join(', ')}.`)
  return missing === 0 ? ok(words) : err('Give the six words that open the file on standard input.')
}

async function readTyped(): Promise<string> {
  if (!process.stdin.isTTY) return text(process.stdin)
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await lines.question('The six words of the file: ')
  } finally {
    lines.close()
  }
}
