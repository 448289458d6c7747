import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { projectRoot } from '../children.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runTool, type Env } from './run-tool.ts'
import { type Outcome, type Step, type Tally } from './step.ts'

export interface VitestStep extends Omit<Step, 'run'> {
  readonly projects: readonly string[]
  readonly reporter?: 'dot' | 'verbose'
  readonly args?: readonly string[]
  readonly env?: Env
  /** Of files that fail, so many at most are run once more with nothing beside them; were there more, none is. */
  readonly filesAgain?: number
}

/** One run of vitest over some projects of tests/vitest.config.ts. */
export const vitestStep = ({
  projects,
  reporter = 'dot',
  args = [],
  env = {},
  filesAgain = 0,
  ...step
}: VitestStep): Step => {
  const runOnce = async (more: readonly string[]): Promise<Ran> => {
    const report = join(makeTempFolder('report'), 'report.json')
    const exitCode = await runTool(
      'vitest',
      [
        'run',
        '--config=tests/vitest.config.ts',
        // A kind may be more than one project.
        ...projects.map(name => `--project=${name}*`),
        `--reporter=${reporter}`,
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...more,
      ],
      { NO_COLOR: '1', ...env },
    )
    const read = () => JSON.parse(readFileSync(report, 'utf8')) as VitestReport
    return { exitCode, report: existsSync(report) ? read() : { testResults: [] } }
  }
  return {
    ...step,
    run: async () => {
      const first = await runOnce(args)
      const files = listFailed(first.report)
      if (files.length === 0 || files.length > filesAgain) return countReport(first, projects)
      console.log(`\n   once more, with nothing beside them: ${files.join(', ')}\n`)
      return joinRuns(first, await runOnce(['--no-file-parallelism', ...files]), projects)
    },
  }
}

/** The second run of the files that had failed in the first takes their place; those that pass now are unsteady. */
export function joinRuns(first: Ran, second: Ran, projects: readonly string[]): Outcome {
  const failed = listFailed(first.report)
  const others = first.report.testResults.filter(({ name }) => !failed.includes(relative(projectRoot, name)))
  const again = listFailed(second.report)
  const report = { testResults: [...others, ...second.report.testResults] }
  const isWhole = failed.every(file =>
    second.report.testResults.some(({ name }) => relative(projectRoot, name) === file),
  )
  return {
    ...countReport({ report, exitCode: isWhole ? second.exitCode : 1 }, projects),
    unsteady: failed.filter(file => !again.includes(file)),
  }
}

const listFailed = (report: VitestReport): string[] =>
  report.testResults
    .filter(
      file => file.status !== 'passed' || file.assertionResults.some(({ status }) => status !== 'passed'),
    )
    .map(({ name }) => relative(projectRoot, name))

export interface Ran {
  readonly report: VitestReport
  readonly exitCode: number
}

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
export function countReport({ report, exitCode }: Ran, projects: readonly string[]): Tally {
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
