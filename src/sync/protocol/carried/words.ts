import { searchKey } from '../../../lib/search-key.ts'
import { wordList } from './word-list.ts'

/** Sixty bits; with 600,000 rounds of PBKDF2 behind each guess that is out of reach. */
const wordCount = 6
const known: ReadonlySet<string> = new Set(wordList)

/** The words that open a file, a space between them. `random` gives bytes as good as `crypto.getRandomValues`. */
export function makeWords(random: (count: number) => Uint8Array): string {
  const bytes = random(wordCount * 2)
  return Array.from({ length: wordCount }, (_, at) => {
    const bits = ((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0)
    return wordList[bits % wordList.length] ?? ''
  }).join(' ')
}

export interface TypedWords {
  /** As `makeWords` writes them. */
  readonly words: string
  /** Those that are on no list: a letter is wrong in each. */
  readonly unknown: readonly string[]
  /** How many are missing; negative when there are too many. */
  readonly missing: number
}

/** What a person typed: marks, capitals, commas and line breaks do not matter. */
export function readWords(typed: string): TypedWords {
  const words = searchKey(typed).match(/[a-z]+/gu) ?? []
  return {
    words: words.join(' '),
    unknown: words.filter(word => !known.has(word)),
    missing: wordCount - words.length,
  }
}
