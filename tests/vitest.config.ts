import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'

// Days and months are the pilot's. `npm test` runs the rules once more in an odd zone.
process.env['TZ'] ??= 'Asia/Ho_Chi_Minh'

const root = fileURLToPath(new URL('../', import.meta.url))

// The library of the tablet's database keeps the clock and the globals that it found when it was loaded.
const tablet = ['tests/unit/client/**/*.test.{ts,tsx}']

const postgres = ['tests/support/postgres.ts']

interface Options {
  readonly include?: string[]
  readonly exclude?: string[]
  readonly globalSetup?: string[]
  /** Many files in one process, each with modules of its own but with the libraries of all: half the time. */
  readonly isShared?: boolean
}

const project = (
  name: string,
  timeoutMs: number,
  {
    include = [`tests/${name}/**/*.test.{ts,tsx}`],
    exclude,
    globalSetup = [],
    isShared = false,
  }: Options = {},
): TestProjectConfiguration => ({
  root,
  define: { __BUILD__: JSON.stringify('test') },
  test: {
    name,
    root,
    include,
    // An empty list here would undo the one of the command line.
    ...(exclude && { exclude }),
    environment: 'node',
    globalSetup,
    isolate: !isShared,
    testTimeout: timeoutMs,
    hookTimeout: Math.max(timeoutMs, 30_000),
    // A test that was left running must not change the next one's world.
    restoreMocks: true,
    unstubGlobals: true,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
})

export default defineConfig({
  root,
  cacheDir: 'node_modules/.vite/tests',
  test: {
    passWithNoTests: false,
    projects: [
      project('unit', 10_000, { exclude: tablet, isShared: true }),
      project('unit-tablet', 10_000, { include: tablet }),
      project('properties', 60_000, { isShared: true }),
      project('contracts', 60_000, { globalSetup: postgres }),
      project('integration', 60_000, { globalSetup: postgres }),
      project('architecture', 30_000),
      project('locales', 10_000),
      project('e2e', 240_000, { globalSetup: ['tests/support/seed-demo-once.ts'] }),
    ],
  },
})
