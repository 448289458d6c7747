import { parseSync, Visitor, type ESTree } from 'vite'
import type { SourceFile } from './source-file.ts'

/** What test files do that would let a fault pass unseen: focused, skipped and left-out tests, tests that assert nothing. */
export function judgeTests(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(judgeFile)
}

/** How many tests the scan sees; a scan that sees none proves nothing. */
export const countTests = (files: readonly SourceFile[]): number =>
  files.reduce((count, file) => count + readTests(file).bodies.length, 0)

interface ReadTests {
  readonly faults: readonly string[]
  readonly bodies: readonly { readonly body: string; readonly line: number }[]
  readonly functions: ReadonlyMap<string, string>
}

function judgeFile(file: SourceFile): readonly string[] {
  const { faults, bodies, functions } = readTests(file)
  const asserting = findAsserting(functions)
  const empty = bodies
    .filter(({ body }) => !asserts(body, asserting))
    .map(({ line }) => `${file.path}:${line} is a test that asserts nothing`)
  return [...faults, ...empty]
}

const makers = new Set(['test', 'it', 'describe', 'suite'])
const forbidden = new Set(['only', 'skip', 'todo', 'fails', 'skipIf', 'runIf'])

function readTests({ path, text }: SourceFile): ReadTests {
  const { program, errors } = parseSync(path, text)
  const lineOf = (node: { start: number }) => text.slice(0, node.start).split('\n').length
  const faults = errors.map(error => `${path} is unreadable: ${error.message}`)
  const bodies: { body: string; line: number }[] = []
  const functions = new Map<string, string>()
  const source = (node: { start: number; end: number }) => text.slice(node.start, node.end)

  new Visitor({
    FunctionDeclaration: node => {
      if (node.id && node.body) functions.set(node.id.name, source(node.body))
    },
    VariableDeclarator: node => {
      if (node.id.type === 'Identifier' && isFunction(node.init))
        functions.set(node.id.name, source(node.init))
    },
    MemberExpression: node => {
      if (node.computed || node.property.type !== 'Identifier') return
      const isOfTest = rootOf(node.object)
      if (forbidden.has(node.property.name) && isOfTest !== undefined && makers.has(isOfTest))
        faults.push(`${path}:${lineOf(node)} has .${node.property.name}`)
    },
    CallExpression: node => {
      const maker = rootOf(node.callee)
      const isContextSkip =
        node.callee.type === 'MemberExpression' &&
        !node.callee.computed &&
        node.callee.property.type === 'Identifier' &&
        node.callee.property.name === 'skip' &&
        maker !== undefined &&
        /^(?:context|ctx|t)$/u.test(maker)
      if (isContextSkip) faults.push(`${path}:${lineOf(node)} skips itself`)
      if (maker === undefined || !makers.has(maker)) return
      for (const argument of node.arguments)
        if (argument.type === 'ObjectExpression' && isMarked(argument))
          faults.push(`${path}:${lineOf(node)} is marked`)
      if (maker === 'describe' || maker === 'suite') return
      const body = node.arguments.find(isFunction)
      if (body) bodies.push({ body: source(body), line: lineOf(node) })
      else if (node.arguments[0]?.type === 'Literal') bodies.push({ body: '', line: lineOf(node) })
    },
  }).visit(program)
  return { faults, bodies, functions }
}

function isFunction(
  node: { type: string } | null | undefined,
): node is ESTree.Function | ESTree.ArrowFunctionExpression {
  return node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression'
}

const isMarked = (options: ESTree.ObjectExpression): boolean =>
  options.properties.some(
    property =>
      property.type === 'Property' && property.key.type === 'Identifier' && forbidden.has(property.key.name),
  )

/** `test` of `test.each(rows)(title, body)`, `test.for`, `test.concurrent` … */
function rootOf(node: ESTree.Node): string | undefined {
  switch (node.type) {
    case 'Identifier':
      return node.name
    case 'MemberExpression':
      return rootOf(node.object)
    case 'CallExpression':
      return rootOf(node.callee)
    case 'TaggedTemplateExpression':
      return rootOf(node.tag)
    default:
      return undefined
  }
}

const assertion = /\bexpect\w*\s*(?:\.\w+\s*)*\(|\bassert\w*\s*(?:\.\w+\s*)*[(<]/u

const asserts = (body: string, asserting: ReadonlySet<string>): boolean =>
  assertion.test(body) || [...asserting].some(name => new RegExp(`\\b${name}\\s*[(<]`, 'u').test(body))

/** Functions of the file that assert, themselves or through another. */
function findAsserting(functions: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set<string>()
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const [name, body] of functions) if (asserts(body, found)) found.add(name)
  }
  return found
}
