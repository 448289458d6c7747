import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeTempFolder } from '../temp-folder.ts'
import { runTool, type Env } from './run-tool.ts'
import { oneFailed, type Step, type Tally } from './step.ts'

export interface VitestStep extends Omit<Step, 'run'> {
  readonly projects: readonly string[]
  readonly reporter?: 'dot' | 'verbose'
  readonly args?: readonly string[]
  readonly env?: Env
}

/** One run of vitest over some projects of tests/vitest.config.ts. */
export const vitestStep = ({
  projects,
  reporter = 'dot',
  args = [],
  env = {},
  ...step
}: VitestStep): Step => ({
  ...step,
  run: async () => {
    const report = join(makeTempFolder('report'), 'report.json')
    const code = await runTool(
      'vitest',
      [
        'run',
        '--config=tests/vitest.config.ts',
        // A kind may be more than one project.
        ...projects.map(name => `--project=${name}*`),
        `--reporter=${reporter}`,
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...args,
      ],
      { NO_COLOR: '1', ...env },
    )
    if (!existsSync(report)) return oneFailed
    return countReport(JSON.parse(readFileSync(report, 'utf8')) as VitestReport, projects, code)
  },
})

/** What is read of vitest's JSON report. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/**
 * Every test that did not pass failed, also one that was skipped. A file that could not be loaded, a folder in
 * which no test ran and an error outside any test are one failure each.
 */
export function countReport(report: VitestReport, projects: readonly string[], exitCode: number): Tally {
  const files = report.testResults.map(file => ({ ...file, name: file.name.replaceAll('\\', '/') }))
  const tests = files.flatMap(file => file.assertionResults)
  const passed = tests.filter(test => test.status === 'passed').length
  const unrun = tests.filter(test => test.status !== 'passed' && test.status !== 'failed')
  for (const test of unrun) console.log(`did not run: ${test.fullName}`)
  const broken = files.filter(
    file => file.status !== 'passed' && file.assertionResults.every(test => test.status === 'passed'),
  )
  for (const file of broken) console.log(`could not run: ${file.name}`)
  const empty = projects.filter(
    name => !files.some(file => file.name.includes(`/tests/${name}/`) && file.assertionResults.length > 0),
  )
  for (const name of empty) console.log(`no test ran in tests/${name}`)
  const failed = tests.length - passed + broken.length + empty.length
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}
