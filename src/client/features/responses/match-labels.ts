import { searchKey } from '../../../lib/search-key.ts'

/** Texts by the key of what they belong to, folded once for searching. */
export type FoldedLabels = readonly (readonly [key: string, folded: string])[]

export const foldLabels = (labels: Iterable<readonly [string, string]>): FoldedLabels =>
  Array.from(labels, ([key, label]) => [key, searchKey(label)] as const)

/** Keys of the texts that have every word of what is asked, in their order; none for nothing asked. */
export function matchLabels(labels: FoldedLabels, asked: string): readonly string[] {
  const words = searchKey(asked)
    .split(' ')
    .filter(word => word !== '')
  if (words.length === 0) return []
  return labels.flatMap(([key, folded]) => (words.every(word => folded.includes(word)) ? [key] : []))
}
