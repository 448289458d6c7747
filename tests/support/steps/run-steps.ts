import { oneFailed, type Outcome, type Step } from './step.ts'

/** Runs the steps asked for, in their order, and ends the process: 1 when anything failed. The last line counts. */
export async function runSteps(steps: readonly Step[], asked: readonly string[]): Promise<never> {
  const chosen = chooseSteps(steps, asked)
  let passed = 0
  const failures: string[] = []
  const unsteady: string[] = []
  let failed = 0
  for (const { step, outcome } of begin(chosen)) {
    console.log(`\n── ${step.name} ${'─'.repeat(Math.max(3, 60 - step.name.length))}`)
    const { words = '', seconds, unsteady: shaky = [], ...tally } = await outcome()
    process.stdout.write(words)
    console.log(`   ${step.name}: ${tally.passed} passed, ${tally.failed} failed, ${seconds} s`)
    passed += tally.passed
    failed += tally.failed
    if (tally.failed > 0) failures.push(step.name)
    unsteady.push(...shaky)
  }
  if (asked.length > 0) console.log(`\nonly: ${chosen.map(step => step.name).join(', ')}`)
  if (failures.length > 0) console.log(`\nfailed: ${failures.join(', ')}`)
  if (unsteady.length > 0) {
    console.log(
      `\nunsteady, failed beside others and passed alone, to be looked into: ${unsteady.join(', ')}`,
    )
  }
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

interface Begun {
  readonly step: Step
  readonly outcome: () => Promise<Outcome & { readonly seconds: string }>
}

/** The steps in their order; each starts when its outcome is asked for, a quiet one together with the quiet ones after it. */
export function begin(steps: readonly Step[]): readonly Begun[] {
  const begun = new Map<Step, ReturnType<typeof runStep>>()
  const start = (step: Step) => {
    const running = begun.get(step) ?? runStep(step)
    begun.set(step, running)
    return running
  }
  return steps.map((step, at) => ({
    step,
    outcome: () => {
      for (let next = at; steps[next]?.isQuiet === true; next++) void start(steps[next]!)
      return start(step)
    },
  }))
}

async function runStep(step: Step): ReturnType<Begun['outcome']> {
  const startedAt = performance.now()
  const outcome = await step.run().catch((error: unknown) => {
    console.error(error)
    return oneFailed
  })
  return { ...outcome, seconds: ((performance.now() - startedAt) / 1000).toFixed(1) }
}
