import { err, ok, type Result } from '../../../../lib/result.ts'
import type { EdmType, EdmValue } from '../edm.ts'

/** A piece of a `$filter`: a sign, a word (name, operator, function) or a value. */
export type FilterToken =
  | { readonly kind: 'sign' | 'word'; readonly text: string }
  | { readonly kind: 'value'; readonly text: string; readonly type: EdmType; readonly value: EdmValue }

const patterns = [
  ['space', /\s+/uy],
  ['sign', /[(),]/uy],
  ['text', /'(?:[^']|'')*'/uy],
  ['instant', /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d)(?![\w.])/uy],
  ['day', /\d{4}-\d\d-\d\d(?![\w.:-])/uy],
  ['number', /[+-]?\d{1,300}(?:\.\d{1,300})?(?:[eE][+-]?\d{1,3})?(?![\w.:])/uy],
  ['word', /[A-Za-z_][\w.]*/uy],
] as const

/** Takes a `$filter` apart; the error is the place, in characters from the start, of what is no token. */
export function readTokens(filter: string): Result<readonly FilterToken[], number> {
  const tokens: FilterToken[] = []
  let at = 0
  scan: while (at < filter.length) {
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at
      const text = pattern.exec(filter)?.[0]
      if (text === undefined) continue
      const token = kind === 'space' ? undefined : toToken(kind, text)
      if (token === null) return err(at)
      if (token) tokens.push(token)
      at += text.length
      continue scan
    }
    return err(at)
  }
  return ok(tokens)
}

/** Null when it looks like a value but is none: the 31st of February. */
function toToken(kind: Exclude<(typeof patterns)[number][0], 'space'>, text: string): FilterToken | null {
  const value = (type: EdmType, given: EdmValue): FilterToken => ({ kind: 'value', text, type, value: given })
  switch (kind) {
    case 'sign':
      return { kind, text }
    case 'word':
      return text === 'true' || text === 'false'
        ? value('Edm.Boolean', text === 'true')
        : { kind: 'word', text }
    case 'text':
      return value('Edm.String', text.slice(1, -1).replaceAll("''", "'").normalize('NFC'))
    case 'number':
      return Number.isFinite(Number(text)) ? value('Edm.Double', Number(text)) : null
    case 'day':
      return isDay(text) ? value('Edm.Date', text) : null
    case 'instant': {
      const ms = Date.parse(text)
      return Number.isNaN(ms) || !isDay(text.slice(0, 10)) ? null : value('Edm.DateTimeOffset', ms)
    }
  }
}

function isDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}
