import { ensureChromium } from './support/chromium.ts'
import { startPostgres } from './support/postgres.ts'
import { buildApp } from './support/steps/build-app.ts'
import { checkSteps } from './support/steps/check-steps.ts'
import { runSteps } from './support/steps/run-steps.ts'
import { simulateStep } from './support/steps/simulate-step.ts'
import { onePassed, type Step } from './support/steps/step.ts'
import { useRunFolder } from './support/steps/use-run-folder.ts'
import { vitestStep } from './support/steps/vitest-step.ts'

const TZ = 'Asia/Ho_Chi_Minh'
// Behind UTC, with a half hour and summer time: a day that slips shows here.
const oddZone = 'America/St_Johns'

const kinds = ['unit', 'properties', 'contracts', 'integration', 'architecture', 'locales']

// Of two cores vitest would use one.
const workers = ['--maxWorkers=2']

// They measure time or kill what runs: nothing runs beside them.
const alone = ['crash', 'update'].map(name => `tests/e2e/${name}.test.ts`)

// `npm test -- unit lint` runs these only; `npm test` everything.
const asked = process.argv.slice(2)
const askedKinds = kinds.filter(kind => asked.includes(kind))

const steps: readonly Step[] = [
  ...checkSteps,
  {
    name: 'chromium',
    run: async () => {
      console.log(await ensureChromium())
      return onePassed
    },
  },
  {
    name: 'postgres',
    run: async () => {
      const server = await startPostgres()
      await server.stop()
      return onePassed
    },
  },
  {
    name: 'build',
    run: async () => {
      await buildApp()
      return onePassed
    },
  },
  vitestStep({
    name: 'tests',
    projects: askedKinds.length > 0 ? askedKinds : kinds,
    args: workers,
    env: { TZ },
  }),
  simulateStep(2500, 2),
  vitestStep({
    name: 'odd-zone',
    projects: ['unit', 'properties'],
    // Its clock is its own: no zone comes into it.
    args: [...workers, '--exclude=tests/properties/simulate.test.ts'],
    env: { TZ: oddZone },
  }),
  vitestStep({
    name: 'e2e',
    projects: ['e2e'],
    needs: ['chromium', 'build'],
    reporter: 'verbose',
    args: [...workers, ...alone.map(file => `--exclude=${file}`)],
    env: { TZ },
    // Each drives a browser or two for minutes on a machine that others slow down; what fails twice fails.
    filesAgain: 3,
  }),
  vitestStep({
    name: 'e2e-alone',
    group: 'e2e',
    projects: ['e2e'],
    needs: ['chromium', 'build'],
    reporter: 'verbose',
    args: ['--no-file-parallelism', ...alone],
    env: { TZ },
  }),
]

// The workers of a run end without a word, and would leave hundreds of folders behind.
useRunFolder()
await runSteps(
  steps,
  asked.map(name => (kinds.includes(name) ? 'tests' : name)),
)
