import type { EdmType, EdmValue } from '../edm.ts'

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'

/** `null` as a literal has no type of its own. */
export type FilterType = EdmType | 'null'

/** A `$filter`, checked against the properties of its entity type. */
export type Filter = { readonly type: FilterType } & (
  | { readonly kind: 'literal'; readonly value: EdmValue }
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Filter[] }
  | { readonly kind: 'not'; readonly of: Filter }
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'compare'; readonly by: Comparison; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'in'; readonly left: Filter; readonly among: readonly EdmValue[] }
)
