import { readFileSync } from 'node:fs'

export type Language = 'vi' | 'en'

type Texts = { readonly [key: string]: string | Texts }

/** What the app says: `word('responses.next')`; a test never repeats a label, so that words may change. */
export function word(key: string, language: Language = 'vi'): string {
  const [namespace = '', ...path] = key.split('.')
  const file = new URL(`../../../locales/${language}/${namespace}.json`, import.meta.url)
  let found: string | Texts | undefined = JSON.parse(readFileSync(file, 'utf8')) as Texts
  for (const part of path) found = typeof found === 'object' ? found[part] : undefined
  if (typeof found !== 'string') throw new Error(`no text ${key} in ${language}`)
  return found
}
