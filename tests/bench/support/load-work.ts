import { hlcOfMs } from '../../../src/sync/protocol/hlc.ts'
import type { Op } from '../../../src/sync/protocol/op.ts'
import units from '../../../src/content/units/langson-2017.json' with { type: 'json' }
import { makeChanges } from './bulk-changes.ts'
import type { LoadPerson } from './load-server.ts'

const communes = units.filter(unit => unit.kind === 'commune').length
/** Of one response: the form's name and its answers. */
const fieldsEach = 44

/** So many ops for each of these people: answers of the baseline survey, in responses that nobody else fills. */
export function makeWork(
  people: readonly LoadPerson[],
  opsEach: number,
): ReadonlyMap<LoadPerson, readonly Op[]> {
  const responses = Math.ceil(opsEach / fieldsEach)
  const places = Math.max(...people.map(({ place }) => place)) + 1
  const rounds = Array.from({ length: responses * places }, (_, round) =>
    Map.groupBy(makeChanges(fieldsEach * communes, `load${round}`, round + 1), ({ change }) => change.feed),
  )
  return new Map(
    people.map(one => {
      const own = rounds
        .slice(one.place * responses, (one.place + 1) * responses)
        .flatMap(round => round.get(`${one.unit}/unit`) ?? [])
      const device = `tablet-${one.person}`
      const ops = own.slice(0, opsEach).map(({ at, change }, index): Op => ({
        id: `${device}-${index}`,
        device,
        seq: index + 1,
        group: 'g',
        ...change,
        hlc: hlcOfMs(at),
        base: null,
        schema: 1,
      }))
      if (ops.length !== opsEach) throw new Error(`${ops.length} ops instead of ${opsEach}`)
      return [one, ops]
    }),
  )
}

/** Cut as a tablet does it: about 8 KB, then twice as much each time, up to 128 KB (SY13). */
export function cutAsTablet(ops: readonly Op[]): readonly (readonly Op[])[] {
  const batches: Op[][] = []
  let most = 8 * 1024
  let batch: Op[] = []
  let bytes = 0
  for (const op of ops) {
    batch.push(op)
    bytes += JSON.stringify(op).length
    if (bytes < most) continue
    batches.push(batch)
    batch = []
    bytes = 0
    most = Math.min(2 * most, 128 * 1024)
  }
  return batch.length > 0 ? [...batches, batch] : batches
}

export const cutEvenly = (ops: readonly Op[], each: number): readonly (readonly Op[])[] =>
  Array.from({ length: Math.ceil(ops.length / each) }, (_, at) => ops.slice(at * each, (at + 1) * each))
