/** The picture of `src/README.md` as data: where a folder stands and to which side of the wire it belongs. */
export interface Cell {
  readonly name: string
  readonly row: number
  readonly side: 'both' | 'client' | 'server'
}

const rows: Readonly<Record<number, readonly string[]>> = {
  9: ['client/app', 'client/service-worker', 'server/app'],
  8: ['client/features/*'],
  7: ['client/context', 'server/http', 'server/backup'],
  6: [
    'client/ui',
    'client/database',
    'client/network',
    'client/photos',
    'client/device',
    'client/documents',
    'server/database',
    'server/files',
  ],
  5: ['client/i18n', 'sync/replica', 'sync/authority', 'domain/reports'],
  4: ['sync/protocol', 'domain/qms'],
  3: ['domain/audits'],
  2: ['domain/responses', 'domain/xlsform'],
  1: ['domain/forms', 'domain/people'],
  0: ['lib', 'locales', 'content'],
}

/** `sync` belongs to neither folder of a side, its two halves do. */
const halves: Readonly<Record<string, Cell['side']>> = {
  'sync/replica': 'client',
  'sync/authority': 'server',
}

const sideOf = (name: string): Cell['side'] =>
  halves[name] ?? (name.startsWith('client/') ? 'client' : name.startsWith('server/') ? 'server' : 'both')

export const cells: readonly Cell[] = Object.entries(rows).flatMap(([row, names]) =>
  names.map(name => ({ name, row: Number(row), side: sideOf(name) })),
)

/** Which folders may import a package, and only they. The first rule that matches counts. */
export interface PackageRule {
  readonly packages: RegExp
  readonly cells: readonly string[]
}

const screens = ['client/ui', 'client/i18n', 'client/context', 'client/features', 'client/app']

export const packageRules: readonly PackageRule[] = [
  { packages: /^dexie$/u, cells: ['client/database'] },
  { packages: /^dexie-react-hooks$/u, cells: ['client/context'] },
  { packages: /^@?react($|[-/])|[-/]react($|[-/])|^@tanstack\//u, cells: screens },
  { packages: /^i18next($|\/)/u, cells: ['client/i18n'] },
  { packages: /^(hono|@hono)($|\/)/u, cells: ['server/http', 'server/app'] },
  { packages: /^(kysely|pg)($|\/)|^node:sqlite$/u, cells: ['server/database'] },
  { packages: /^docx$/u, cells: ['client/documents'] },
  { packages: /^aws4fetch$/u, cells: ['server/files'] },
  { packages: /^node:/u, cells: ['server'] },
  // 20.7 KB brotli against the 6.5 KB of zod/mini.
  { packages: /^zod$/u, cells: ['server'] },
]

/** What compiles without DOM and Node types and takes clock, ids and randomness as arguments. */
export const pureFolders: readonly string[] = ['lib', 'content', 'domain', 'sync']

/** Files beside `src` that a folder may import. */
export const outsideFiles: Readonly<Record<string, readonly string[]>> = {
  'package.json': ['server/app'],
}

export const limits = { lines: 300, folders: 4 } as const
