import { describe, expect, test } from 'vitest'
import { judgeSources } from './judge-sources.ts'
import { listFiles } from './list-files.ts'
import { cells } from './rows.ts'
import { readSource } from './source-file.ts'

const judge = (path: string, text: string) => judgeSources([{ path, text }])
const files = listFiles('src', ['ts', 'tsx', 'mjs', 'css']).filter(file => !file.path.endsWith('.d.ts'))

describe('the picture of src', () => {
  test('every import goes to a lower row or stays inside its folder', () => {
    expect(judgeSources(files)).toEqual([])
  })

  test('the check reads the files: it finds many imports', () => {
    const imports = files.flatMap(file => readSource(file).imports)
    expect(files.length).toBeGreaterThan(100)
    expect(imports.length).toBeGreaterThan(files.length)
    expect(imports.filter(one => one.specifier.startsWith('.')).length).toBeGreaterThan(files.length / 2)
  })

  test('src/README.md draws the same folders', () => {
    const [readme] = listFiles('src', ['md']).filter(file => file.path === 'src/README.md')
    const drawing = /```\n([\s\S]*?)```/u.exec(readme?.text ?? '')?.[1] ?? ''
    const drawn = [
      ...drawing.matchAll(/\b(?:client|server|sync|domain)\/[a-z0-9*/-]+|\blib\b|\blocales\b|\bcontent\b/gu),
    ]
    expect(drawn.map(match => match[0]).toSorted()).toEqual(cells.map(cell => cell.name).toSorted())
  })
})

describe('the check of the picture catches', () => {
  test.each([
    [
      'an import upwards',
      'src/domain/forms/a.ts',
      `import { b } from '../responses/b.ts'`,
      'imports domain/responses',
    ],
    [
      'an import of the same row',
      'src/domain/forms/a.ts',
      `import type { B } from '../people/b.ts'`,
      'domain/people',
    ],
    ['a re-export upwards', 'src/lib/a.ts', `export type { B } from '../domain/people/b.ts'`, 'passes on'],
    [
      'a dynamic import upwards',
      'src/client/ui/a.tsx',
      `const b = await import('../app/b.tsx')`,
      'client/app',
    ],
    [
      'a type import upwards',
      'src/lib/a.ts',
      `export type A = import('../domain/people/b.ts').B`,
      'domain/people',
    ],
    ['a computed import', 'src/lib/a.ts', 'export const a = (b: string) => import(b)', 'computed'],
    [
      'a glob upwards',
      'src/client/ui/a.ts',
      `export const a = import.meta.glob('../features/x/*.ts')`,
      'features/x',
    ],
    ['a worker upwards', 'src/client/ui/a.ts', `new URL('../app/b.ts', import.meta.url)`, 'client/app'],
    ['a style upwards', 'src/client/ui/a.css', `@import '../features/x/b.css';`, 'client/features/x'],
    [
      'a feature in a feature',
      'src/client/features/x/a.ts',
      `import { b } from '../y/b.ts'`,
      'client/features/y',
    ],
    [
      'the server in the client',
      'src/client/app/a.ts',
      `import { b } from '../../server/files/b.ts'`,
      'other side',
    ],
    [
      'the client in the server',
      'src/server/app/a.ts',
      `import { b } from '../../client/ui/b.ts'`,
      'other side',
    ],
    [
      'the replica in the server',
      'src/server/http/a.ts',
      `import { b } from '../../sync/replica/b.ts'`,
      'other side',
    ],
    [
      'the authority in the client',
      'src/client/context/a.ts',
      `import '../../sync/authority/b.ts'`,
      'other side',
    ],
    ['a folder that is not drawn', 'src/client/utils/a.ts', 'export const a = 1', 'no folder of the picture'],
    ['an import of such a folder', 'src/client/app/a.ts', `import { b } from '../utils/b.ts'`, 'no folder'],
    ['a file beside the folders', 'src/client/a.ts', 'export const a = 1', 'no folder of the picture'],
    [
      'an import from outside src',
      'src/client/app/a.ts',
      `import { b } from '../../../tests/b.ts'`,
      'outside src',
    ],
    ['dexie elsewhere', 'src/client/context/a.ts', `import { Dexie } from 'dexie'`, 'client/database'],
    ['react in the rules', 'src/domain/forms/a.ts', `import { useState } from 'react'`, 'imports react'],
    ['react in the database', 'src/client/database/a.ts', `import { use } from 'react'`, 'imports react'],
    [
      'react-router in the network',
      'src/client/network/a.ts',
      `import { Link } from 'react-router'`,
      'react-router',
    ],
    ['hono in the database', 'src/server/database/a.ts', `import { Hono } from 'hono'`, 'imports hono'],
    ['SQL in a route', 'src/server/http/a.ts', `import { sql } from 'kysely'`, 'imports kysely'],
    [
      'node:sqlite in a root',
      'src/server/app/a.ts',
      `import { DatabaseSync } from 'node:sqlite'`,
      'node:sqlite',
    ],
    ['Node in the rules', 'src/sync/replica/a.ts', `import { hash } from 'node:crypto'`, 'node:crypto'],
    ['the large zod in the app', 'src/domain/forms/a.ts', `import { z } from 'zod'`, 'imports zod'],
    [
      'the clock in the rules',
      'src/domain/people/a.ts',
      'export const now = () => Date.now()',
      'asks the outside',
    ],
    ['chance in sync', 'src/sync/replica/a.ts', 'export const id = crypto.randomUUID()', 'asks the outside'],
    [
      'the clock as a default',
      'src/sync/replica/a.ts',
      'export const a = (now = Date.now) => now()',
      'Date.now',
    ],
    ['the day in the rules', 'src/domain/people/a.ts', 'export const a = () => new Date()', 'new Date()'],
    [
      'a timer in sync',
      'src/sync/replica/a.ts',
      'export const a = () => setTimeout(() => 1, 5)',
      'setTimeout',
    ],
    ['a path alias', 'src/client/app/a.ts', `import { b } from '@/ui/b.ts'`, 'paths are relative'],
    ['a default export', 'src/lib/a.ts', 'export default 1', 'default export'],
    ['a renamed default export', 'src/lib/a.ts', 'const a = 1\nexport { a as default }', 'default export'],
    ['an enum', 'src/lib/a.ts', 'export enum A { b }', 'an enum'],
    ['a barrel', 'src/lib/index.ts', 'export const a = 1', 'barrel'],
    ['a barrel of another name', 'src/lib/all.ts', `export * from './result.ts'`, 'passes on'],
    ['a name that is not kebab-case', 'src/lib/aThing.ts', 'export const a = 1', 'kebab-case'],
    ['301 lines', 'src/lib/a.ts', 'export {}\n'.repeat(301), '301 lines'],
    ['five folders', 'src/domain/forms/a/b/c/d.ts', 'export const a = 1', 'folders deep'],
    ['a file it cannot read', 'src/lib/a.ts', 'export const = 1', 'unreadable'],
  ])('%s', (_, path, text, complaint) => {
    const faults = judge(path, text)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(complaint)
  })

  test.each([
    ['an import downwards', 'src/client/features/x/a.tsx', `import { b } from '../../ui/b.tsx'`],
    ['an import in its own feature', 'src/client/features/x/y/a.ts', `import { b } from '../b.ts'`],
    ['react in a feature', 'src/client/features/x/a.tsx', `import { use } from 'react'`],
    [
      'a text of the languages',
      'src/client/i18n/a.ts',
      `export { default as vi } from '../../../locales/vi/ui.json'`,
    ],
    [
      'a comment that speaks of an import',
      'src/lib/a.ts',
      `// import { b } from '../client/ui/b.ts'\nexport {}`,
    ],
    ['a string that looks like an import', 'src/lib/a.ts', `export const a = "import 'react'"`],
    ['a comment on the clock', 'src/lib/a.ts', '/** As good as `crypto.getRandomValues`. */\nexport {}'],
    ['a day made of words', 'src/lib/a.ts', `export const a = new Date('2017-11-01')`],
    ['a timer in the client', 'src/client/app/a.ts', 'setTimeout(() => 1, 5)'],
    ['300 lines', 'src/lib/a.ts', 'export {}\n'.repeat(300)],
    ['the way to the built app', 'src/server/app/a.ts', `new URL('../../../dist/', import.meta.url)`],
  ])('nothing in %s', (_, path, text) => {
    expect(judge(path, text)).toEqual([])
  })
})
