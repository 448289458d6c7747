import { parseExpression } from '../forms/expressions/parse-expression.ts'

const numeric = new Set(['integer', 'decimal', 'range', 'rating'])
const number = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/u
const referenceOrCall = /\$\{|[\p{L}_][\p{L}\p{N}_.:-]*\(/u
const operator = /[[|*+]|\s(?:div|mod)\s/u
const minus = /\s-\s/u
const path = /(?:^|\s)\.{1,2}\//u

/**
 * A default of XLSForm as an expression. As in pyxform it is an expression when it has a reference, a call, an
 * operator of arithmetic or a path with brackets, and otherwise a text that stands for itself, as `C++` does too.
 */
export function defaultToExpression(text: string, type: string): string {
  if (numeric.has(type) && number.test(text)) return text
  if (referenceOrCall.test(text)) return text
  // `Xã - phường` is a text, `7 - 4` only where a number is asked for.
  const subtracts = minus.test(text) && (numeric.has(type) || path.test(text))
  const mayBeExpression = operator.test(text) || subtracts
  return mayBeExpression && parseExpression(text).ok ? text : quote(text)
}

/** What to write in the cell so that it reads as this expression; some expressions have no such text. */
export const expressionToDefault = (expression: string): string =>
  /^'([^']*)'$/u.exec(expression)?.[1] ?? expression

/** XPath has no escapes: a text with both quotes is put together. */
function quote(text: string): string {
  if (!text.includes("'")) return `'${text}'`
  if (!text.includes('"')) return `"${text}"`
  return `concat(${text
    .split("'")
    .map(part => `'${part}'`)
    .join(`, "'", `)})`
}
