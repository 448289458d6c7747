import { toText } from './expressions/coerce.ts'
import type { Scalar } from './expressions/scalar.ts'
import type { LocalText } from './form-version.ts'

const named = /\$\{\s*([^}\s]+)\s*\}/gu

/** A text with `${question}` replaced by its value, in every language; the same object when it names none. */
export function fillText(text: LocalText, valueOf: (name: string) => Scalar): LocalText {
  if (!Object.values(text).some(words => words.includes('${'))) return text
  const fill = (words: string): string => words.replace(named, (_, name: string) => toText(valueOf(name)))
  return Object.fromEntries(Object.entries(text).map(([language, words]) => [language, fill(words)]))
}
