import type { Pattern } from './pattern.ts'

const longestPattern = 500
const deepestGroup = 20
const mostRepeats = 200
const quantifier = /[*+?]\??|\{(\d{1,4})(?:(,)(\d{1,4})?)?\}\??/uy
const characterClass = /\[\^?\]?(?:\\.|[^\]\\])*\]/uy
const escape = /\\(?:[dDwWsS]|[pP]\{[A-Za-z_=]{1,30}\}|[tnrfv]|[^A-Za-z0-9\s])/uy
/** A backslash before a character that means nothing special: Java allows it, JavaScript does not. */
const idleEscape = /\\([^\p{L}\p{N}\s^$\\.*+?()[\]{}|/-])/gu
const plain = /[^\\^$.*+?()[\]{}|]/uy

/**
 * Reads the part of regular expressions that needs no backtracking: characters, classes, groups, choices
 * and repeats. Undefined for anything else (back references, look-around, word boundaries).
 */
export function parsePattern(source: string): Pattern | undefined {
  if (source.length > longestPattern) return undefined
  let at = 0
  let depth = 0

  function take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match) at += match[0].length
    return match ?? undefined
  }

  function takeText(text: string): boolean {
    const is = source.startsWith(text, at)
    if (is) at += text.length
    return is
  }

  function parseChoice(): Pattern | undefined {
    const items: Pattern[] = []
    do {
      const item = parseSequence()
      if (!item) return undefined
      items.push(item)
    } while (takeText('|'))
    return { type: 'choice', items }
  }

  function parseSequence(): Pattern | undefined {
    const items: Pattern[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const atom = parseAtom()
      const item = atom && parseRepeat(atom)
      if (!item) return undefined
      items.push(item)
    }
    return { type: 'sequence', items }
  }

  function parseAtom(): Pattern | undefined {
    if (takeText('^')) return { type: 'start' }
    if (takeText('$')) return { type: 'end' }
    if (takeText('.')) return { type: 'character', test: character => !/[\n\r\u2028\u2029]/u.test(character) }
    if (takeText('(')) {
      if (!takeText('?:') && source[at] === '?') return undefined
      if (++depth > deepestGroup) return undefined
      const group = parseChoice()
      depth--
      return takeText(')') ? group : undefined
    }
    const ranged = take(characterClass)?.[0]
    if (ranged !== undefined)
      return ranged.includes('&&') ? undefined : testBy(ranged.replace(idleEscape, '$1'))
    const escaped = take(escape)?.[0]
    if (escaped !== undefined)
      return /^\\[^A-Za-z]/u.test(escaped) ? literal(escaped.slice(1)) : testBy(escaped)
    const character = take(plain)?.[0]
    return character === undefined ? undefined : literal(character)
  }

  function parseRepeat(item: Pattern): Pattern | undefined {
    const match = take(quantifier)
    if (!match) return item
    const sign = match[0][0]
    if (sign === '*') return { type: 'repeat', item, min: 0, max: Infinity }
    if (sign === '+') return { type: 'repeat', item, min: 1, max: Infinity }
    if (sign === '?') return { type: 'repeat', item, min: 0, max: 1 }
    const min = Number(match[1])
    const max = match[3] !== undefined ? Number(match[3]) : match[2] === undefined ? min : Infinity
    if (min > max || min > mostRepeats || (max !== Infinity && max > mostRepeats)) return undefined
    return { type: 'repeat', item, min, max }
  }

  const pattern = parseChoice()
  return at === source.length ? pattern : undefined
}

/** The part of a refused pattern that other engines know: `(?=`, `\\b`, `\\1`, `&&`. */
export const findUnsupportedPattern = (source: string): string | undefined =>
  /\(\?(?:<?[=!]|<|>|[a-z-]+[:)])|\\[bBAZzGQEk1-9]|[*+?}]\+|&&/u.exec(source)?.[0]

const literal = (wanted: string): Pattern => ({ type: 'character', test: character => character === wanted })

/** One character against a class or escape: the platform's own regular expression, which cannot backtrack here. */
function testBy(source: string): Pattern | undefined {
  try {
    const regExp = new RegExp(`^${source}$`, 'u')
    return { type: 'character', test: character => regExp.test(character) }
  } catch {
    return undefined
  }
}
