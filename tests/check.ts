import { checkSteps } from './support/steps/check-steps.ts'
import { runSteps } from './support/steps/run-steps.ts'
import { vitestStep } from './support/steps/vitest-step.ts'

await runSteps(
  [...checkSteps, vitestStep({ name: 'architecture', projects: ['architecture'] })],
  process.argv.slice(2),
)
