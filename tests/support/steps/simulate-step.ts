import { runNode } from './run-tool.ts'
import { oneFailed, onePassed, type Step } from './step.ts'

/** Histories of tests/simulate, in as many processes as there are parts; one test. */
export const simulateStep = (histories: number, parts: number): Step => ({
  name: 'simulate',
  async run() {
    const each = Math.ceil(histories / parts)
    const seeds = Array.from({ length: parts }, (_, part) => 1 + part * each)
    const codes = await Promise.all(
      seeds.map(seed => runNode(['tests/simulate/main.ts', '--seed', `${seed}`, '--histories', `${each}`])),
    )
    return codes.every(code => code === 0) ? onePassed : oneFailed
  },
})
