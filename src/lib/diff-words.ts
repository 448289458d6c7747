/** A stretch of a text; changed when the other text does not have it there. */
export interface WordPiece {
  readonly text: string
  readonly isChanged: boolean
}

export interface WordDiff {
  readonly before: readonly WordPiece[]
  readonly after: readonly WordPiece[]
}

/** Beyond so many pairs of words only what both begin and end with is told apart: a tablet must not stand still. */
const mostPairs = 1_000_000

/**
 * Two texts with the words marked that differ: the longest common run of words stays unmarked. Vietnamese is written
 * in syllables with spaces between, so a "word" here is a syllable, a mark of punctuation or a gap. The pieces of a
 * side put together are its text.
 */
export function diffWords(before: string, after: string): WordDiff {
  const [a, b] = [split(before), split(after)]
  const [keysA, keysB] = [a.map(keyOf), b.map(keyOf)]
  let start = 0
  while (start < a.length && start < b.length && keysA[start] === keysB[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && keysA.at(-1 - end) === keysB.at(-1 - end)) end++
  const common = commonRun(keysA.slice(start, a.length - end), keysB.slice(start, b.length - end))
  return {
    before: toPieces(a, at => isChanged(at - start, a.length - start - end, common.a)),
    after: toPieces(b, at => isChanged(at - start, b.length - start - end, common.b)),
  }
}

const isChanged = (at: number, length: number, kept: ReadonlySet<number>): boolean =>
  at >= 0 && at < length && !kept.has(at)

const split = (text: string): readonly string[] =>
  text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []

/** `hoà` typed as one letter or as letter and mark is the same word; so is any gap. */
const keyOf = (word: string): string => (/^\s/u.test(word) ? ' ' : word.normalize('NFC'))

/** Places of the longest common subsequence. */
function commonRun(
  a: readonly string[],
  b: readonly string[],
): { readonly a: ReadonlySet<number>; readonly b: ReadonlySet<number> } {
  const kept = { a: new Set<number>(), b: new Set<number>() }
  if (a.length * b.length > mostPairs) return kept
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const lengthAt = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1))
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      kept.a.add(i++)
      kept.b.add(j++)
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++
    else j++
  }
  return kept
}

/** Neighbours of one kind together; a gap between two changed words is changed with them. */
function toPieces(words: readonly string[], isWordChanged: (at: number) => boolean): readonly WordPiece[] {
  const marks = words.map((_, at) => isWordChanged(at))
  const pieces: { text: string; isChanged: boolean }[] = []
  words.forEach((text, at) => {
    const isGap = /^\s/u.test(text)
    const isMarked = isGap ? marks[at - 1] === true && marks[at + 1] === true : marks[at] === true
    const last = pieces.at(-1)
    if (last?.isChanged === isMarked) last.text += text
    else pieces.push({ text, isChanged: isMarked })
  })
  return pieces
}
