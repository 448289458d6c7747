import type { FoundExpression } from './expression-cell.ts'
import type { Problems } from './problems.ts'

const lookUp = /\b(?:instance|pulldata)\s*\(\s*(?:'([^']*)'|"([^"]*)")/gu

/** Warns of every list or file that an expression looks into and that is not there: what it takes from it is empty. */
export function checkTables(
  expressions: Iterable<readonly FoundExpression[]>,
  known: ReadonlySet<string>,
  problems: Problems,
): void {
  for (const found of expressions)
    for (const { source, place } of found)
      for (const match of source.matchAll(lookUp)) {
        const table = match[1] ?? match[2] ?? ''
        if (!known.has(table)) problems.warnings.push({ code: 'tableMissing', ...place, table })
      }
}
