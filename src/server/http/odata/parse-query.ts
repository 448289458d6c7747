import { err, ok, type Result } from '../../../lib/result.ts'
import type { Properties } from './edm.ts'
import type { Filter } from './filter/filter.ts'
import { parseFilter, type FilterProblem } from './filter/parse-filter.ts'

export interface OrderBy {
  readonly property: string
  readonly isDescending: boolean
}

export interface Query {
  readonly filter: Filter | undefined
  /** In the order of the entity type; `id` is not added. */
  readonly select: readonly string[] | undefined
  readonly orderBy: readonly OrderBy[]
  readonly top: number | undefined
  readonly skip: number
  readonly isCounted: boolean
  readonly skipToken: string | undefined
}

export type QueryProblem =
  | FilterProblem
  | { readonly type: 'optionUnknown' | 'optionNotSupported' | 'optionTwice'; readonly option: string }
  | { readonly type: 'optionWrong'; readonly option: string; readonly value: string }

const known = ['$filter', '$select', '$orderby', '$top', '$skip', '$count', '$skiptoken', '$format']
const notSupported = ['$expand', '$search', '$apply', '$compute', '$levels', '$deltatoken', '$index']
const mostOrderings = 8

/** Reads the system query options of a request; options without `$` are the client's own and passed over. */
export function parseQuery(search: URLSearchParams, properties: Properties): Result<Query, QueryProblem> {
  for (const option of new Set(search.keys())) {
    if (!option.startsWith('$')) continue
    if (notSupported.includes(option)) return err({ type: 'optionNotSupported', option })
    if (!known.includes(option)) return err({ type: 'optionUnknown', option })
    if (search.getAll(option).length > 1) return err({ type: 'optionTwice', option })
  }
  const get = (option: string): string | undefined => search.get(option)?.trim()
  const wrong = (option: string) =>
    err({ type: 'optionWrong' as const, option, value: (get(option) ?? '').slice(0, 60) })

  const [top, skip] = [readCount(get('$top')), readCount(get('$skip'))]
  if (Number.isNaN(top)) return wrong('$top')
  if (Number.isNaN(skip)) return wrong('$skip')
  const count = get('$count') ?? 'false'
  if (count !== 'true' && count !== 'false') return wrong('$count')
  if (!/^(?:json|application\/json\b.*)?$/u.test(get('$format') ?? '')) return wrong('$format')

  const select = readNames(get('$select'))
  const stranger = select?.find(name => !Object.hasOwn(properties, name))
  if (stranger !== undefined) return err({ type: 'propertyUnknown', name: stranger })
  const orderBy: OrderBy[] = []
  for (const part of get('$orderby')?.split(',') ?? []) {
    const [property = '', direction = 'asc', more] = part.trim().split(/\s+/u)
    if (!Object.hasOwn(properties, property)) return err({ type: 'propertyUnknown', name: property })
    if (!['asc', 'desc'].includes(direction) || more !== undefined) return wrong('$orderby')
    orderBy.push({ property, isDescending: direction === 'desc' })
  }
  if (orderBy.length > mostOrderings) return wrong('$orderby')
  const filter = get('$filter')
  const parsed = filter === undefined ? undefined : parseFilter(filter, properties)
  if (parsed && !parsed.ok) return parsed
  return ok({
    filter: parsed?.value,
    select: select && Object.keys(properties).filter(name => select.includes(name)),
    orderBy,
    top,
    skip: skip ?? 0,
    isCounted: count === 'true',
    skipToken: get('$skiptoken'),
  })
}

const readCount = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : /^\d{1,9}$/u.test(text) ? Number(text) : Number.NaN

/** Undefined: all of them. */
function readNames(text: string | undefined): readonly string[] | undefined {
  const names = text?.split(',').map(name => name.trim())
  return names?.includes('*') ? undefined : names
}
