import { parseArgs } from 'node:util'
import { fuzzWorld, type WorldReport } from './fuzz-world.ts'

const perWorld = 10_000

/** `npm run fuzz -- --requests N --seed S`; exit code 1 when anything was wrong. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { requests: { type: 'string' }, seed: { type: 'string' } } })
  const requests = Number(values.requests ?? 100_000)
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  if (!Number.isSafeInteger(requests) || requests < 1 || !Number.isSafeInteger(seed)) {
    console.error('--requests and --seed must be whole numbers')
    return 1
  }
  console.log(`fuzz: seed ${seed}, ${requests} requests`)
  const reports: WorldReport[] = []
  for (let done = 0; done < requests; done += perWorld) {
    const report = await fuzzWorld(seed + reports.length, Math.min(perWorld, requests - done))
    reports.push(report)
    const { before, after } = report.heap
    console.log(`world ${report.seed}: ${report.requests} requests, heap ${before} → ${after} MB`)
    for (const fault of report.faults) {
      console.error(`FAULT ${fault.what}\n      ${fault.asked}`)
      console.error(`      again: npm run fuzz -- --seed ${fault.seed} --requests ${fault.requests}`)
    }
  }
  print(reports)
  return reports.some(({ faults }) => faults.length > 0) ? 1 : 0
}

function print(reports: readonly WorldReport[]): void {
  const byRoute = new Map<string, Map<number, number>>()
  for (const { statuses } of reports)
    for (const [route, counts] of statuses)
      for (const [status, count] of counts) {
        const known = byRoute.get(route) ?? new Map<number, number>()
        byRoute.set(route, known.set(status, (known.get(status) ?? 0) + count))
      }
  for (const [route, counts] of [...byRoute].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(
      `${route.padEnd(30)} ${[...counts]
        .sort(([a], [b]) => a - b)
        .map(([s, n]) => `${s}×${n}`)
        .join(' ')}`,
    )
  const [first] = reports
  const faults = reports.reduce((sum, report) => sum + report.faults.length, 0)
  const asked = [...byRoute.values()].flatMap(counts => [...counts.values()]).reduce((a, b) => a + b, 0)
  const taken = reports.reduce((sum, report) => sum + report.taken, 0)
  const heaps = { before: first?.heap.before, after: reports.at(-1)?.heap.after }
  console.log(JSON.stringify({ requests: asked, taken, faults, heapMb: heaps, seed: first?.seed }))
}

process.exitCode = await main()
