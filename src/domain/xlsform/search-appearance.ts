/** `search('fruits', 'matches', 'kind', ${kind})` of an appearance: choices from an attached CSV file. */
export interface SearchAppearance {
  readonly file: string
  /** As a `choice_filter` over the columns of the file; `undefined` for all of its rows. */
  readonly filter?: string
  /** The other words of the appearance. */
  readonly rest: string
}

const call = /\bsearch\s*\(/iu
const text = /^(?:'([^']*)'|"([^"]*)")$/u
const column = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u

const matchers: Readonly<Record<string, (column: string, value: string) => string>> = {
  matches: (name, value) => `${name} = ${value}`,
  contains: (name, value) => `contains(${name}, ${value})`,
  startswith: (name, value) => `starts-with(${name}, ${value})`,
  endswith: (name, value) => `ends-with(${name}, ${value})`,
}

/** Finds the search in an appearance; `undefined` where there is none, `broken` where it cannot be understood. */
export function parseSearch(appearance: string): SearchAppearance | 'broken' | undefined {
  const found = call.exec(appearance)
  if (!found) return undefined
  const inside = splitCall(appearance.slice(found.index + found[0].length))
  if (!inside) return 'broken'
  const [fileText = '', how, columns, wanted, onlyColumn, onlyValue, ...more] = inside.parts
  const file = unquote(fileText)
  const conditions: string[] = []
  if (how !== undefined) {
    const match = matchers[unquote(how)?.toLowerCase() ?? '']
    const names = (unquote(columns ?? '') ?? '').split(',').map(name => name.trim())
    if (!match || !wanted || !names.every(name => column.test(name))) return 'broken'
    const any = names.map(name => match(name, wanted)).join(' or ')
    conditions.push(names.length > 1 ? `(${any})` : any)
  }
  if (onlyColumn !== undefined) {
    const name = unquote(onlyColumn) ?? ''
    if (!column.test(name) || !onlyValue) return 'broken'
    conditions.push(`${name} = ${onlyValue}`)
  }
  if (file === undefined || file === '' || more.length > 0) return 'broken'
  const rest = `${appearance.slice(0, found.index)}${appearance.slice(found.index + found[0].length + inside.length)}`
  return {
    file: file.replace(/\.csv$/iu, ''),
    ...(conditions.length > 0 ? { filter: conditions.join(' and ') } : {}),
    rest: rest.trim(),
  }
}

/** The parts of a call up to its closing bracket, and how long that is. */
function splitCall(
  source: string,
): { readonly parts: readonly string[]; readonly length: number } | undefined {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let start = 0
  for (let at = 0; at < source.length; at++) {
    const letter = source.charAt(at)
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === "'" || letter === '"') quote = letter
    else if (letter === '(') depth++
    else if (letter === ',' && depth === 0) {
      parts.push(source.slice(start, at).trim())
      start = at + 1
    } else if (letter === ')') {
      if (depth === 0) return { parts: [...parts, source.slice(start, at).trim()], length: at + 1 }
      depth--
    }
  }
  return undefined
}

function unquote(part: string): string | undefined {
  const found = text.exec(part)
  return found ? (found[1] ?? found[2]) : undefined
}
