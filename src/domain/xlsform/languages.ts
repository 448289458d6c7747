/** A language as a header names it: `English (en)`. */
export interface Language {
  readonly code: string
  readonly name: string
}

const known: Readonly<Record<string, string>> = {
  english: 'en',
  vietnamese: 'vi',
  'tiếng việt': 'vi',
  'tieng viet': 'vi',
}

/** The names that are written for the two languages that every text has. */
export const ownLanguages: Readonly<Record<string, string>> = { vi: 'Tiếng Việt', en: 'English' }

/** Reads `Français (fr)`, or a name alone, whose code is then made from it. */
export function parseLanguage(text: string): Language {
  const found = /^(.*)\(([^()]*)\)$/su.exec(text.trim())
  const name = (found?.[1] ?? text).trim()
  const code = found?.[2]?.trim() ?? ''
  if (code !== '') return { code: toCode(code), name: name === '' ? code : name }
  return { code: known[name.toLowerCase()] ?? toCode(slug(name)), name }
}

/** The name that `parseLanguage` reads the code from. */
export function formatLanguage({ code, name }: Language): string {
  if (name !== '' && name !== code) return `${name} (${code})`
  return parseLanguage(code).code === code ? code : `${code} (${code})`
}

const slug = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-') || 'x'

const toCode = (code: string): string =>
  code === '__proto__' ? 'x' : /^(?:vi|en)$/iu.test(code) ? code.toLowerCase() : code
