import { parseSync, Visitor } from 'vite'

/** A file as the rules see it; tests feed them files that do not exist. */
export interface SourceFile {
  /** From the root of the project, with slashes: `src/lib/result.ts`. */
  readonly path: string
  readonly text: string
}

export interface Import {
  readonly specifier: string
  readonly line: number
  /** `export … from`, without which a file's own words are not its own. */
  readonly isReExport: boolean
}

export interface ReadSource {
  readonly imports: readonly Import[]
  /** Lines of what no file may hold: `{ what: 'default export', line: 3 }`. */
  readonly faults: readonly { readonly what: string; readonly line: number }[]
  /** Uses of the clock, of chance and of timers. */
  readonly outside: readonly { readonly what: string; readonly line: number }[]
}

const isScript = (path: string): boolean => /\.(?:[cm]?[jt]sx?)$/u.test(path)
const isStyle = (path: string): boolean => path.endsWith('.css')

/** Imports, re-exports, dynamic imports, type imports, globs, URLs of modules; `@import` and `composes` of styles. */
export function readSource({ path, text }: SourceFile): ReadSource {
  if (isStyle(path)) return { imports: readStyle(text), faults: [], outside: [] }
  return isScript(path) ? readScript(path, text) : { imports: [], faults: [], outside: [] }
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

function readStyle(text: string): readonly Import[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\//gu, comment => comment.replace(/[^\n]/gu, ' '))
  return [
    ...bare.matchAll(/@import\s+(?:url\()?['"]([^'"]+)['"]|composes:[^;]*from\s+['"]([^'"]+)['"]/gu),
  ].map(match => ({
    specifier: asRelative(match[1] ?? match[2] ?? ''),
    line: lineAt(text, match.index),
    isReExport: false,
  }))
}

const asRelative = (specifier: string): string =>
  specifier.startsWith('.') || specifier.includes(':') ? specifier : `./${specifier}`

function readScript(path: string, text: string): ReadSource {
  const parsed = parseSync(path, text)
  const imports: Import[] = []
  const faults: { what: string; line: number }[] = []
  const outside: { what: string; line: number }[] = []
  const fault = (what: string, node: { start: number }) =>
    faults.push({ what, line: lineAt(text, node.start) })
  const add = (source: unknown, node: { start: number }, isReExport = false) => {
    const specifier = literalOf(source)
    if (specifier === undefined) fault('import of something computed', node)
    else imports.push({ specifier, line: lineAt(text, node.start), isReExport })
  }
  for (const error of parsed.errors) faults.push({ what: `unreadable: ${error.message}`, line: 1 })

  new Visitor({
    ImportDeclaration: node => add(node.source, node),
    ExportNamedDeclaration: node => {
      if (node.source) add(node.source, node, true)
    },
    ExportAllDeclaration: node => add(node.source, node, true),
    ImportExpression: node => add(node.source, node),
    TSImportType: node => add(node.source, node),
    ExportDefaultDeclaration: node => fault('default export', node),
    ExportSpecifier: node => {
      if (nameOf(node.exported) === 'default') fault('default export', node)
    },
    TSEnumDeclaration: node => fault('enum', node),
    TSModuleDeclaration: node => {
      if (node.id.type === 'Identifier' && !node.declare && node.id.name !== 'global')
        fault('namespace', node)
    },
    TSImportEqualsDeclaration: node => fault('import =', node),
    TSExportAssignment: node => fault('export =', node),
    MemberExpression: node => {
      const words = text.slice(node.start, node.end)
      if (/^(?:Date\.now|Math\.random|(?:crypto|performance)\.\w+)$/u.test(words))
        outside.push({ what: words, line: lineAt(text, node.start) })
    },
    CallExpression: node => {
      const called = nameOf(node.callee) ?? ''
      if (/^(?:setTimeout|setInterval|queueMicrotask|fetch)$/u.test(called))
        outside.push({ what: called, line: lineAt(text, node.start) })
      if (!/^import\.meta\.glob\b/u.test(text.slice(node.callee.start, node.callee.end))) return
      const [first] = node.arguments
      const patterns = first?.type === 'ArrayExpression' ? first.elements : [first]
      for (const pattern of patterns) add(pattern, node)
    },
    NewExpression: node => {
      const [first, second] = node.arguments
      if (nameOf(node.callee) === 'Date' && !first)
        outside.push({ what: 'new Date()', line: lineAt(text, node.start) })
      const isModuleUrl =
        nameOf(node.callee) === 'URL' && second && text.slice(second.start, second.end) === 'import.meta.url'
      const specifier = literalOf(first)
      if (isModuleUrl && specifier !== undefined)
        imports.push({
          specifier: `url:${asRelative(specifier)}`,
          line: lineAt(text, node.start),
          isReExport: false,
        })
    },
  }).visit(parsed.program)
  return { imports, faults, outside }
}

function literalOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null || !('type' in node)) return undefined
  if (node.type === 'Literal' && 'value' in node && typeof node.value === 'string') return node.value
  if (
    node.type === 'TemplateLiteral' &&
    'quasis' in node &&
    Array.isArray(node.quasis) &&
    node.quasis.length === 1
  ) {
    const [only] = node.quasis as { value: { cooked: string } }[]
    return only?.value.cooked
  }
  return undefined
}

function nameOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  if ('name' in node && typeof node.name === 'string') return node.name
  return literalOf(node)
}
