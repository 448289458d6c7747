import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../../src/lib/result.ts'

export interface CrashArguments {
  readonly target: 'server' | 'browser'
  readonly kills: number
  readonly power: boolean
  readonly seed: number
}

const usage = 'npm run crash -- --target server|browser --kills N [--power] [--seed S]'

/** What the rig is to do; an error is a sentence. */
export function readCrashArguments(args: readonly string[]): Result<CrashArguments, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        target: { type: 'string' },
        kills: { type: 'string', default: '20' },
        power: { type: 'boolean', default: false },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      },
    })
    const { target, power } = values
    const [kills, seed] = [Number(values.kills), Number(values.seed)]
    if (target !== 'server' && target !== 'browser') return err(`--target is server or browser: ${usage}`)
    if (!Number.isInteger(kills) || kills < 1) return err(`--kills is a number from 1 on: ${usage}`)
    if (!Number.isInteger(seed)) return err(`--seed is a whole number: ${usage}`)
    return ok({ target, kills, power, seed })
  } catch (error) {
    return err(`${error instanceof Error ? error.message : String(error)}: ${usage}`)
  }
}
