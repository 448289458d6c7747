import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { languageCodes } from '../../src/client/i18n/languages.ts'
import * as lazyNamespaces from '../../src/client/i18n/lazy-namespaces.ts'
import * as namespaces from '../../src/client/i18n/namespaces.ts'
import { parityProblems } from './parity-problems.ts'
import type { LanguageTexts } from './parity-problems.ts'

const folder = new URL('../../locales/', import.meta.url)

function readTexts(language: string): LanguageTexts {
  const files = readdirSync(new URL(`${language}/`, folder))
  return Object.fromEntries(
    files.map(file => {
      expect(file, `locales/${language}/${file}`).toMatch(/^[a-z][A-Za-z]*\.json$/u)
      const json: unknown = JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8'))
      return [file.replace('.json', ''), json]
    }),
  )
}

test('every folder of locales is a language of the app, and the other way round', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...languageCodes].toSorted())
})

test('every language says the same things with the same names and right plurals', () => {
  const languages = Object.fromEntries(languageCodes.map(language => [language, readTexts(language)]))
  expect(parityProblems(languages)).toEqual([])
})

test('every file of locales/vi is registered in namespaces.ts or lazy-namespaces.ts', () => {
  const registered = [...Object.keys(namespaces), ...Object.keys(lazyNamespaces)]
  expect(registered.toSorted()).toEqual(Object.keys(readTexts('vi')).toSorted())
})

test.for([
  ['a missing key', { a: 'A', b: 'B' }, { a: 'A' }, 'en lacks x:b'],
  ['a left-over key', { a: 'A' }, { a: 'A', b: 'B' }, 'vi lacks x:b'],
  ['a misspelt name', { a: '{{name}}' }, { a: '{{nam}}' }, 'x:a names {name} in vi, {nam} in en'],
  ['an empty text', { a: 'A' }, { a: ' ' }, 'en/x:a is empty'],
  ['a broken name', { a: '{{name}' }, { a: '{{name}' }, 'vi/x:a has a broken {{name}}'],
  ['a number', { a: 1 }, { a: 'A' }, 'vi/x:a is not a text'],
  [
    'a missing singular',
    { a_other: 'A' },
    { a_other: 'A' },
    'en has plurals {other} of x:a, needs {one, other}',
  ],
  [
    'a plural Vietnamese has not',
    { a_one: 'A', a_other: 'A' },
    { a_one: 'A', a_other: 'A' },
    'vi has plurals',
  ],
] as const)('the check sees %s', ([, vi, en, problem]) => {
  expect(parityProblems({ vi: { x: vi }, en: { x: en } }).join('\n')).toContain(problem)
})
