import { captureTool } from './run-tool.ts'
import { oneFailed, onePassed, type Step } from './step.ts'

const check = (name: string, tool: string, args: readonly string[]): Step => ({
  name,
  group: 'check',
  isQuiet: true,
  run: async () => {
    const { code, words } = await captureTool(tool, args)
    return { ...(code === 0 ? onePassed : oneFailed), words }
  },
})

/** What is checked without running the product; each is one test. */
export const checkSteps: readonly Step[] = [
  check('types', 'tsc', ['-b', '--pretty', 'false']),
  check('lint', 'oxlint', ['--type-aware', '--deny-warnings']),
  check('format', 'prettier', ['--check', '--log-level', 'warn', '.']),
  check('dead-code', 'knip', ['--no-progress']),
]
