import type { Programme } from './programme.ts'

/**
 * Which programme a board, list or report of these communes shows: the one chosen, or of those that run the one with the
 * most of them, or the one that ended last. And all that could be shown.
 * @param programmes in the order of `readProgrammes`
 * @param communes ids
 */
export function showProgramme(
  programmes: readonly Programme[],
  communes: readonly string[],
  chosen: string | undefined,
): { readonly programme: Programme | undefined; readonly programmes: readonly Programme[] } {
  const countOf = (programme: Programme): number => communes.filter(id => programme.communes.has(id)).length
  const own = programmes.filter(programme => countOf(programme) > 0)
  const [most] = own.filter(({ endedOn }) => endedOn === undefined).sort((a, b) => countOf(b) - countOf(a))
  return { programme: own.find(({ id }) => id === chosen) ?? most ?? own[0], programmes: own }
}
