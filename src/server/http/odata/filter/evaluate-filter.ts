import type { EdmValue } from '../edm.ts'
import type { Comparison, Filter } from './filter.ts'
import { filterFunctions } from './filter-functions.ts'

interface Given {
  readonly dayOf: (ms: number) => string
  /** undefined: not known yet. */
  readonly read: (property: string) => EdmValue | undefined
}

/**
 * What a filter says, with OData's null: neither true nor false. `undefined` means that it depends on properties that
 * are not known yet; so a commune that cannot match is not read at all.
 */
export function evaluateFilter(filter: Filter, given: Given): EdmValue | undefined {
  switch (filter.kind) {
    case 'literal':
      return filter.value
    case 'property':
      return given.read(filter.name)
    case 'call': {
      const values = filter.given.map(one => evaluateFilter(one, given))
      if (values.includes(undefined)) return undefined
      if (values.includes(null)) return null
      return filterFunctions.get(filter.name)?.run(values as EdmValue[], given.dayOf) ?? null
    }
    case 'not': {
      const value = evaluateFilter(filter.of, given)
      return typeof value === 'boolean' ? !value : value
    }
    case 'and':
    case 'or': {
      const decides = filter.kind === 'or'
      const left = evaluateFilter(filter.left, given)
      if (left === decides) return decides
      const right = evaluateFilter(filter.right, given)
      if (right === decides) return decides
      if (left === undefined || right === undefined) return undefined
      return left === null || right === null ? null : !decides
    }
    case 'compare': {
      const left = evaluateFilter(filter.left, given)
      const right = evaluateFilter(filter.right, given)
      return left === undefined || right === undefined ? undefined : compare(filter.by, left, right)
    }
    case 'in': {
      const left = evaluateFilter(filter.left, given)
      return left === undefined ? undefined : filter.among.some(value => compare('eq', left, value))
    }
  }
}

/** Null equals null and is neither more nor less than anything (OData 4.0 part 2, 5.1.1.1). */
function compare(by: Comparison, left: EdmValue, right: EdmValue): boolean {
  if (left === null || right === null) {
    const isSame = left === right
    return by === 'eq' ? isSame : by === 'ne' ? !isSame : false
  }
  const [a, b] = [comparable(left), comparable(right)]
  switch (by) {
    case 'eq':
      return a === b
    case 'ne':
      return a !== b
    case 'gt':
      return a > b
    case 'ge':
      return a >= b
    case 'lt':
      return a < b
    case 'le':
      return a <= b
  }
}

/** Keyboards and files differ in whether "ế" is one code point or three. */
const comparable = (value: string | number | boolean): string | number =>
  typeof value === 'string' ? value.normalize('NFC') : Number(value)
