import { availableParallelism, loadavg } from 'node:os'
import { figure, type Measure } from '../support/figure.ts'

/** How busy the machine was before anything was measured: times from a loaded machine say little. */
export const measureLoad: Measure = () =>
  Promise.resolve([
    figure('load average, 1 minute', loadavg()[0] ?? 0, 'processes'),
    figure('processors', availableParallelism(), 'cores'),
  ])
