import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { projectRoot, startChild, waitForExit } from '../children.ts'

export type Env = Readonly<Record<string, string>>

/** Runs a package's command on this very Node, its output shown; gives the exit code. */
export function runTool(name: string, args: readonly string[], env: Env = {}): Promise<number> {
  return runNode([findTool(name), ...args], env)
}

/** The same, its output kept. */
export async function captureTool(
  name: string,
  args: readonly string[],
): Promise<{ readonly code: number; readonly words: string }> {
  const child = startChild(process.execPath, [findTool(name), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const texts = [child.stdout, child.stderr].map(async stream => (stream ? readText(stream) : ''))
  const code = await waitForExit(child)
  return { code, words: (await Promise.all(texts)).join('') }
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
