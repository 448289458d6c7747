import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot, startChild, waitForExit } from '../children.ts'

export type Env = Readonly<Record<string, string>>

/** Runs a package's command on this very Node, its output shown; gives the exit code. */
export function runTool(name: string, args: readonly string[], env: Env = {}): Promise<number> {
  return runNode([findTool(name), ...args], env)
}

export function runNode(args: readonly string[], env: Env = {}): Promise<number> {
  return waitForExit(startChild(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env }))
}

/** `tsc` is not the name of its package. */
const packageOf: Readonly<Record<string, string>> = { tsc: 'typescript' }

function findTool(name: string): string {
  const folder = join(projectRoot, 'node_modules', packageOf[name] ?? name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Readonly<Record<string, string>>
  }
  const file = typeof bin === 'string' ? bin : bin[name]
  if (file === undefined) throw new Error(`${folder} has no command ${name}`)
  return join(folder, file)
}
