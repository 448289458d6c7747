import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../../src/lib/result.ts'
import { bugs, type BugName } from './bugs/bugs.ts'

export interface Flags {
  readonly seed: number
  readonly histories: number
  readonly engine: 'sqlite' | 'postgres'
  readonly bug: BugName | undefined
  readonly isTraced: boolean
  readonly isListing: boolean
}

/** Reads the command line, or says what is wrong with it. */
export function readFlags(given: readonly string[]): Result<Flags, string> {
  const flags = parse(given)
  if (typeof flags === 'string') return err(flags)
  const [seed, histories] = [Number(flags.seed), Number(flags.histories)]
  if (!Number.isSafeInteger(seed) || seed < 0) return err('--seed takes a whole number from 0 on')
  if (!Number.isSafeInteger(histories) || histories < 1)
    return err('--histories takes a whole number from 1 on')
  const { engine, bug } = flags
  if (engine !== 'sqlite' && engine !== 'postgres') return err('--engine takes sqlite or postgres')
  if (bug !== undefined && !isBugName(bug)) return err(`there is no bug ${bug}; --list-bugs names them`)
  return ok({ seed, histories, engine, bug, isTraced: flags.trace, isListing: flags['list-bugs'] })
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string', default: '1' },
        histories: { type: 'string', default: '5000' },
        engine: { type: 'string', default: 'sqlite' },
        bug: { type: 'string' },
        trace: { type: 'boolean', default: false },
        'list-bugs': { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    return (error as Error).message
  }
}

const isBugName = (name: string): name is BugName => Object.hasOwn(bugs, name)
