import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { languageCodes } from '../../src/client/i18n/languages.ts'

const folder = new URL('../../locales/', import.meta.url)
const explaining = ['help', 'guide']

const stringsOf = (json: unknown): readonly string[] =>
  typeof json === 'string' ? [json] : Object.values(json as Record<string, unknown>).flatMap(stringsOf)

const read = (language: string, name: string): readonly string[] =>
  stringsOf(JSON.parse(readFileSync(new URL(`${language}/${name}.json`, folder), 'utf8')))

const quoted = (texts: readonly string[]): readonly string[] =>
  texts.flatMap(text => [...text.matchAll(/“([^”]+)”/gu)].map(match => match[1] ?? ''))

/** Words in quotation marks that stand on no screen: a button was renamed, and its help was not. */
const strayWords = (help: readonly string[], screens: ReadonlySet<string>): readonly string[] =>
  quoted(help).filter(words => !screens.has(words))

test.each(languageCodes)('help and guides in %s name only words that stand on a screen', language => {
  const names = readdirSync(new URL(`${language}/`, folder)).map(file => file.replace('.json', ''))
  const screens = new Set(
    names.filter(name => !explaining.includes(name)).flatMap(name => read(language, name)),
  )
  const help = explaining.flatMap(name => read(language, name))
  expect(quoted(help).length).toBeGreaterThan(50)
  expect(strayWords(help, screens)).toEqual([])
})

test('a renamed button is noticed', () => {
  expect(strayWords(['Press “Send” now'], new Set(['Send off']))).toEqual(['Send'])
})
