import { oneFailed, type Step, type Tally } from './step.ts'

/** Runs the steps asked for, in their order, and ends the process: 1 when anything failed. The last line counts. */
export async function runSteps(steps: readonly Step[], asked: readonly string[]): Promise<never> {
  const chosen = chooseSteps(steps, asked)
  let passed = 0
  const failures: string[] = []
  let failed = 0
  for (const step of chosen) {
    const start = performance.now()
    console.log(`\n── ${step.name} ${'─'.repeat(Math.max(3, 60 - step.name.length))}`)
    const tally = await runStep(step)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`   ${step.name}: ${tally.passed} passed, ${tally.failed} failed, ${seconds} s`)
    passed += tally.passed
    failed += tally.failed
    if (tally.failed > 0) failures.push(step.name)
  }
  if (asked.length > 0) console.log(`\nonly: ${chosen.map(step => step.name).join(', ')}`)
  if (failures.length > 0) console.log(`\nfailed: ${failures.join(', ')}`)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed > 0 || passed === 0 ? 1 : 0)
}

/** What was asked for by step or group, with what it needs; everything when nothing was. Throws on an unknown name. */
export function chooseSteps(steps: readonly Step[], asked: readonly string[]): readonly Step[] {
  if (asked.length === 0) return steps
  const chosen = new Set<string>()
  const choose = (name: string) => {
    const found = steps.filter(step => step.name === name || step.group === name)
    if (found.length === 0) {
      const names = steps.map(step => step.name).concat([...new Set(steps.flatMap(step => step.group ?? []))])
      throw new Error(`no step is called ${name}; there are: ${names.join(', ')}`)
    }
    for (const step of found) {
      if (chosen.has(step.name)) continue
      chosen.add(step.name)
      step.needs?.forEach(choose)
    }
  }
  asked.forEach(choose)
  return steps.filter(step => chosen.has(step.name))
}

async function runStep(step: Step): Promise<Tally> {
  try {
    return await step.run()
  } catch (error) {
    console.error(error)
    return oneFailed
  }
}
