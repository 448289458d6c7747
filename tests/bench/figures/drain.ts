import { drainWork } from '../support/drain-work.ts'
import { figure, type Figure, type Measure } from '../support/figure.ts'
import { engines, withLoadServer } from '../support/load-server.ts'
import { cutAsTablet, makeWork } from '../support/load-work.ts'
import { percentile } from '../support/percentile.ts'

const tablets = 500
const opsEach = 300

/**
 * 500 tablets that were offline come back in the same moment, with 300 answers each. No request may take longer than a
 * tablet waits for an answer.
 */
export const measureDrain: Measure = async () => {
  const figures: Figure[] = []
  // `ISOXA_BENCH_ENGINE=sqlite` for one of them.
  const wanted = engines.filter(engine => (process.env['ISOXA_BENCH_ENGINE'] ?? engine) === engine)
  for (const engine of wanted) {
    const drained = await withLoadServer(engine, tablets, people => {
      const work = makeWork(people, opsEach)
      return drainWork(new Map([...work].map(([person, ops]) => [person, cutAsTablet(ops)])))
    })
    figures.push(
      figure(`drain_${engine}_500_tablets`, drained.seconds, 's', 300),
      figure(`drain_${engine}_throughput`, drained.ops / drained.seconds, 'ops/s'),
      figure(`drain_${engine}_longest_request`, percentile(drained.requestMs, 1), 'ms', 30_000),
      figure(`drain_${engine}_turned_away`, drained.turnedAway, ''),
    )
  }
  return figures
}
