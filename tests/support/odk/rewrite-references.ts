import type { FormPlace, FormPlaces } from '../../../src/domain/forms/form-place.ts'

/** `/data/group/question` */
export const pathOf = (place: FormPlace): string =>
  place.parent ? `${pathOf(place.parent)}/${place.name}` : ''

const repeatsOf = (place: FormPlace): readonly FormPlace[] =>
  place.isRepeat ? [...place.repeats, place] : place.repeats

/**
 * `${name}` as pyxform writes it: from the node itself where both stand in one repeat, absolute elsewhere. Inside the
 * predicate of an itemset the way begins at `current()`. The first two arguments of indexed-repeat() are absolute.
 */
export function rewriteReferences(
  expression: string,
  from: FormPlace,
  places: FormPlaces,
  inPredicate = false,
): string {
  const find = (name: string): FormPlace => {
    const place = places.byId.get(name)
    if (!place) throw new Error(`there is no ${name}`)
    return place
  }
  return expression
    .replaceAll(
      /indexed-repeat\(\$\{(\w+)\}, \$\{(\w+)\}/gu,
      (_, target: string, repeat: string) =>
        `indexed-repeat( ${pathOf(find(target))} ,  ${pathOf(find(repeat))} `,
    )
    .replaceAll(/\$\{(\w+)\}/gu, (_, name: string) => ` ${pathTo(find(name), from, inPredicate)} `)
}

function pathTo(to: FormPlace, from: FormPlace, inPredicate: boolean): string {
  // A repeat is reached from what stands around it.
  const isShared = to.repeats.some(repeat => repeatsOf(from).includes(repeat))
  if (!isShared) return pathOf(to)
  const above = listAbove(to)
  let steps = 0
  for (let place: FormPlace | undefined = from; place; place = place.parent, steps++) {
    const at = above.indexOf(place)
    if (at < 0) continue
    const down = above.slice(0, at).toReversed()
    const way = [...Array.from({ length: steps }, () => '..'), ...down.map(({ name }) => name)].join('/')
    return `${inPredicate ? 'current()/' : ''}${way || '.'}`
  }
  return pathOf(to)
}

/** The place and all it stands in, innermost first. */
function listAbove(place: FormPlace): readonly FormPlace[] {
  const above: FormPlace[] = []
  for (let one: FormPlace | undefined = place; one; one = one.parent) above.push(one)
  return above
}
