import { parseExpression } from '../forms/expressions/parse-expression.ts'
import { readExpression } from '../forms/expressions/read-expression.ts'
import type { Problems } from './problems.ts'
import type { XlsformPlace } from './xlsform-problem.ts'

/** An expression of a row, and what it looks at. */
export interface FoundExpression {
  readonly source: string
  readonly place: XlsformPlace
  readonly references: readonly string[]
}

const smart: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"' }

/** How pyxform's itemsets are asked for a choice's label in the language shown. */
const labelOfChoice = /jr:itext\(\s*(instance\s*\([^()]*\)\/root\/item\[[^[\]]*\])\/itextId\s*\)/gu

/** `${last-saved#name}`: the answer of the response before this one, which a shared tablet keeps from people. */
const lastSaved = /\$\{\s*last-saved#[^{}]*\}/gu

/**
 * Reads an expression from a cell. Quotation marks that Excel has made curly are straightened where the expression
 * makes no sense with them, `jr:itext(…/itextId)` becomes the path of the label that it stands for, and what asks for
 * the last saved response gets an empty text, with a warning. What is no expression is reported.
 */
export function readExpressionCell(
  text: string,
  place: XlsformPlace,
  found: FoundExpression[],
  problems: Problems,
): string {
  const given = parseExpression(text)
  if (!given.ok && text.search(lastSaved) >= 0) {
    problems.warnings.push({ code: 'lastSavedNotKept', ...place })
    return readExpressionCell(text.replace(lastSaved, "''"), place, found, problems)
  }
  const straight = text.replace(/[‘’“”]/gu, quote => smart[quote] ?? quote).replace(labelOfChoice, '$1/label')
  const second = given.ok || straight === text ? given : parseExpression(straight)
  if (!second.ok) {
    problems.errors.push({
      code: 'badExpression',
      ...place,
      expression: text,
      error: given.ok ? second.error : given.error,
    })
    return text
  }
  const source = given.ok ? text : straight
  const references = readExpression(second.value).references.map(({ name }) => name)
  found.push({ source, place, references })
  return source
}
