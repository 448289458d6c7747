import { posix } from 'node:path'
import { cells, limits, outsideFiles, packageRules, pureFolders, type Cell } from './rows.ts'
import { readSource, type Import, type SourceFile } from './source-file.ts'

/** What the files of `src` do against the picture, a sentence each: `src/a.ts:3 imports …`. */
export function judgeSources(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(file => [...judgeShape(file), ...judgeContents(file), ...judgeImports(file)])
}

function judgeShape({ path, text }: SourceFile): readonly string[] {
  const faults: string[] = []
  const name = posix.basename(path)
  if (!cellOf(path)) faults.push(`${path} lies in no folder of the picture`)
  if (/^index\.[^.]+$/u.test(name)) faults.push(`${path} is a barrel: import the file that has the thing`)
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)+$/u.test(name))
    faults.push(`${path} is not named in kebab-case`)
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  if (lines > limits.lines) faults.push(`${path} has ${lines} lines, at most ${limits.lines}`)
  if (path.split('/').length - 2 > limits.folders)
    faults.push(`${path} is more than ${limits.folders} folders deep`)
  return faults
}

function judgeContents(file: SourceFile): readonly string[] {
  const { faults, outside } = readSource(file)
  const told = faults.map(fault => `${file.path}:${fault.line} has ${article(fault.what)}`)
  if (!pureFolders.some(folder => file.path.startsWith(`src/${folder}/`))) return told
  // Clock, ids and randomness come in as arguments (habit 8).
  return told.concat(
    outside.map(use => `${file.path}:${use.line} asks the outside (${use.what}); take it as an argument`),
  )
}

const article = (what: string): string => (/^[aeiou]/u.test(what) ? `an ${what}` : `a ${what}`)

function judgeImports(file: SourceFile): readonly string[] {
  const from = cellOf(file.path)
  if (!from) return []
  return readSource(file).imports.flatMap(one => {
    const fault = judgeImport(file.path, from, one)
    return fault === undefined ? [] : [`${file.path}:${one.line} ${fault}`]
  })
}

function judgeImport(path: string, from: Cell, { specifier, isReExport }: Import): string | undefined {
  const isUrl = specifier.startsWith('url:')
  const target = isUrl ? specifier.slice(4) : specifier
  if (!target.startsWith('.')) return judgePackage(from, target)
  const to = posix.join(posix.dirname(path), target)
  if (isReExport && to.endsWith('.ts')) return `passes on ${to}; import it where it is`
  const toCell = cellOf(to)
  if (toCell) return judgeRows(from, toCell)
  if (to.startsWith('src/')) return `imports ${to}, which lies in no folder of the picture`
  if (isUrl || outsideFiles[to]?.includes(from.name)) return undefined
  return `imports ${to} from outside src`
}

function judgeRows(from: Cell, to: Cell): string | undefined {
  if (from.name === to.name) return undefined
  if (to.side !== 'both' && to.side !== from.side)
    return `(${from.name}) imports ${to.name} of the other side`
  return to.row < from.row ? undefined : `(row ${from.row}) imports ${to.name} (row ${to.row})`
}

function judgePackage(from: Cell, specifier: string): string | undefined {
  if (/^[/~#]|^@\//u.test(specifier)) return `imports ${specifier}: paths are relative`
  const rule = packageRules.find(one => one.packages.test(specifier))
  if (!rule) return undefined
  const may = rule.cells.some(cell => from.name === cell || from.name.startsWith(`${cell}/`))
  return may ? undefined : `(${from.name}) imports ${specifier}, which is for ${rule.cells.join(', ')}`
}

/** The folder of the picture a file or folder lies in; each feature is one of its own. */
function cellOf(path: string): Cell | undefined {
  const inside = path.startsWith('src/') ? path.slice(4) : path
  const isLocale = path.startsWith('locales/')
  for (const cell of cells) {
    if ((cell.name === 'locales') !== isLocale || (!isLocale && !path.startsWith('src/'))) continue
    if (!cell.name.endsWith('/*')) {
      if (inside.startsWith(`${cell.name}/`)) return cell
      continue
    }
    const parent = cell.name.slice(0, -1)
    const [child, ...rest] = inside.startsWith(parent) ? inside.slice(parent.length).split('/') : []
    if (child !== undefined && rest.length > 0) return { ...cell, name: `${parent}${child}` }
  }
  return undefined
}
