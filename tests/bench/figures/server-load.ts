import { drainWork, type Drained } from '../support/drain-work.ts'
import { figure, type Figure, type Measure } from '../support/figure.ts'
import { engines, withLoadServer } from '../support/load-server.ts'
import { cutEvenly, makeWork } from '../support/load-work.ts'
import { percentile } from '../support/percentile.ts'

const tablets = 32
const opsEach = 440
const batch = 20

/**
 * What one server process takes from 32 tablets that send without a pause, with session, scope, validation and every
 * commit flushed: once in batches of 20 answers, once answer by answer, where a request is all that an answer shares.
 */
export const measureServerLoad: Measure = async () => {
  const figures: Figure[] = []
  for (const engine of engines) {
    const [batches, singles] = await withLoadServer(engine, 2 * tablets, async people => {
      const work = [...makeWork(people, opsEach)]
      const cut = (half: typeof work, each: number) =>
        new Map(half.map(([person, ops]) => [person, cutEvenly(ops, each)]))
      return [
        await drainWork(cut(work.slice(0, tablets), batch)),
        await drainWork(
          cut(
            work.slice(tablets).map(([person, ops]) => [person, ops.slice(0, 88)]),
            1,
          ),
        ),
      ]
    })
    figures.push(
      ...figuresOf(`server_${engine}`, batches),
      ...figuresOf(`server_${engine}_single`, singles, true),
    )
  }
  return figures
}

function figuresOf(name: string, { seconds, ops, requestMs }: Drained, isSingle = false): readonly Figure[] {
  return [
    figure(`${name}_throughput`, ops / seconds, 'ops/s'),
    // At least 1,000 ops a second: a thousand in a second at most.
    figure(`${name}_1000_ops`, (seconds / ops) * 1000, 's', isSingle ? null : 1),
    figure(`${name}_p50`, percentile(requestMs, 0.5), 'ms'),
    figure(`${name}_p99`, percentile(requestMs, 0.99), 'ms', 500),
  ]
}
