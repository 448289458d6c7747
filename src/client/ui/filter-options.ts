import { searchKey } from '../../lib/search-key.ts'
import type { Option } from './option.ts'

export interface SearchedOption {
  readonly option: Option
  readonly key: string
}

/** Folds the labels once, so that each letter typed only compares: 10,000 choices answer within a frame. */
export function toSearched(options: readonly Option[]): readonly SearchedOption[] {
  return options.map(option => ({ option, key: searchKey(option.label) }))
}

/** The options that have every word of the query, in any order and without regard to diacritics. */
export function filterOptions(searched: readonly SearchedOption[], query: string): readonly Option[] {
  const words = searchKey(query)
    .split(' ')
    .filter(word => word !== '')
  const found = searched.filter(({ key }) => words.every(word => key.includes(word)))
  return found.map(({ option }) => option)
}
