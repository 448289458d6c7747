import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import type { SourceFile } from './source-file.ts'

const root = new URL('../../', import.meta.url)

/** Files below a folder of the project, with their text: `listFiles('src', ['ts', 'tsx'])`. */
export function listFiles(folder: string, endings: readonly string[]): readonly SourceFile[] {
  return globSync(`${folder}/**/*.{${endings.join(',')},}`, { cwd: root })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => endings.some(ending => path.endsWith(`.${ending}`)))
    .toSorted()
    .map(readFile)
}

/** Everything that is, or would be, committed. Without git (an unpacked archive) everything but what is ignored. */
export function listCommitted(): readonly SourceFile[] {
  const isText = (path: string) => !/\.(?:png|jpe?g|webp|woff2|ico|xlsx|docx|bundle)$/u.test(path)
  return listPaths()
    .filter(path => isText(path) && existsSync(new URL(path, root)))
    .map(readFile)
}

function listPaths(): readonly string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return listed.split('\0').filter(path => path !== '')
  } catch {
    const isIgnored = /^(?:node_modules|dist|data|shots|\.git)(?:$|[/\\])/u
    return globSync('**/{*,.*}', { cwd: root, exclude: path => isIgnored.test(path) })
      .map(path => path.replaceAll('\\', '/'))
      .filter(path => statSync(new URL(path, root)).isFile())
  }
}

const readFile = (path: string): SourceFile => ({ path, text: readFileSync(new URL(path, root), 'utf8') })
