import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'

// Days and months are the pilot's. `npm test` runs the rules once more in an odd zone.
process.env['TZ'] ??= 'Asia/Ho_Chi_Minh'

const root = fileURLToPath(new URL('../', import.meta.url))

const postgres = ['tests/support/postgres.ts']

const project = (name: string, timeoutMs: number, globalSetup: string[] = []): TestProjectConfiguration => ({
  root,
  define: { __BUILD__: JSON.stringify('test') },
  test: {
    name,
    root,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    environment: 'node',
    globalSetup,
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
      project('unit', 10_000),
      project('properties', 60_000),
      project('contracts', 60_000, postgres),
      project('integration', 60_000, postgres),
      project('architecture', 30_000),
      project('locales', 10_000),
      project('e2e', 240_000, ['tests/support/seed-demo-once.ts']),
    ],
  },
})
