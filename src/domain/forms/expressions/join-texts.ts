import { fail, spend, type Budget } from './run.ts'

/** The longest text an expression may build, in UTF-16 units. */
const longest = 100_000

export function joinTexts(separator: string, texts: readonly string[], run: Budget): string {
  let length = 0
  for (const text of texts) length += text.length + separator.length
  if (length > longest) return fail(run, 'textTooLong')
  return spend(run, length >> 5) ? texts.join(separator) : ''
}
