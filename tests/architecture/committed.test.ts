import { describe, expect, test } from 'vitest'
import { listCommitted } from './list-files.ts'
import type { SourceFile } from './source-file.ts'

// Written in pieces, so that this file does not name what it looks for.
const machine = [
  ['a folder of the machine that built it', ['/work', '/(?:main|shared|try|\\.library)\\b'].join('')],
  ['a folder of a person', ['/ho', 'me/[a-z]|/Us', 'ers/[A-Z]'].join('')],
  [
    'a registry of its own',
    'https?://(?!registry\\.npmjs\\.org\\b)[\\w.-]*(?:registry|artifactory|nexus|npm-proxy)[\\w.-]*',
  ],
  ['an address of its network', ['\\b(?:10|192', '\\.168)\\.\\d+\\.\\d+(?:\\.\\d+)?(?::\\d+|/)'].join('')],
  ['where a package was fetched', '"resolved": "https?:'],
  ['a private key', ['-----BEGIN [A-Z ]*PRIV', 'ATE KEY'].join('')],
] as const

function judgeCommitted(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    machine
      .filter(([, pattern]) => new RegExp(pattern, 'u').test(text))
      .map(([what, pattern]) => `${path} names ${what}: ${new RegExp(pattern, 'u').exec(text)?.[0]}`),
  )
}

describe('what is committed', () => {
  const files = listCommitted()

  test('names nothing of the machine it was written on', () => {
    expect(judgeCommitted(files)).toEqual([])
  })

  test('the check reads the files', () => {
    expect(files.map(file => file.path)).toEqual(
      expect.arrayContaining(['package.json', 'package-lock.json', 'tests/shots/main.ts']),
    )
    expect(files.length).toBeGreaterThan(200)
  })

  test('the top level holds only what is agreed', () => {
    const folders = ['src', 'public', 'locales', 'tests', '.ci']
    const plain = [
      'package.json',
      'package-lock.json',
      'vite.config.ts',
      'tsconfig.json',
      'README.md',
      'LICENSE',
    ]
    const others = files
      .map(file => file.path.split('/'))
      .filter(([top = '', ...rest]) => (rest.length > 0 ? !folders.includes(top) : !plain.includes(top)))
      .map(parts => parts.join('/'))
    expect(others.filter(path => !/^\.[\w.]+$/u.test(path))).toEqual([])
  })

  test.each([
    ['/work', '/main/src'],
    ['https://regis', 'try.example.com/react'],
    ['"resolved": "https', '://somewhere/react.tgz"'],
    ['http://192', '.168.1.7:8080'],
    ['/home', '/somebody'],
  ])('the check catches %s…', (start, end) => {
    expect(judgeCommitted([{ path: 'a', text: `x = ${start}${end}` }])).toHaveLength(1)
  })

  test('a route, a package name and a sponsor page are no machine', () => {
    const text = `'/work/s3' './work/work-page.tsx' https://registry.npmjs.org/react https://opencollective.com/vitest`
    expect(judgeCommitted([{ path: 'a', text }])).toEqual([])
  })
})
