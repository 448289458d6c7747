import type { Result } from '../../../lib/result.ts'
import type { Services } from '../../http/environment.ts'
import type { Config } from '../config.ts'

/** Lines to print, or a sentence that says what was wrong; then nothing was changed. */
export type Outcome = Result<readonly string[], string>

export interface CommandInput {
  /** By option name, without the dashes. */
  readonly options: Readonly<Record<string, string>>
  readonly file: string | undefined
  readonly today: string
  /** A new password, from a terminal or from standard input. */
  readonly askPassword: () => Promise<Result<string, string>>
  /** The words that open a file of carried work. */
  readonly askWords: () => Promise<Result<string, string>>
  readonly readFile: (path: string) => Promise<Result<string, string>>
}

/** What a command that goes on for long is given. */
export interface LongInput {
  readonly options: Readonly<Record<string, string>>
  readonly folder: string | undefined
  /** Aborted when the operator wants an end. */
  readonly signal: AbortSignal
  /** Prints a line at once. */
  readonly say: (line: string) => void
}

interface Described {
  readonly summary: string
  /** What must be given, `name: what it is`. */
  readonly needs: Readonly<Record<string, string>>
  readonly may?: Readonly<Record<string, string>>
  /** Options that are there or not. */
  readonly flags?: Readonly<Record<string, string>>
  /** The name of a file or folder that follows the command. */
  readonly file?: string
  readonly isFileOptional?: true
  readonly asksPassword?: true
}

/** Works on the data while no SQLite server has them. */
export interface AloneCommand extends Described {
  readonly run: (services: Services, input: CommandInput) => Promise<Outcome>
}

/** Opens by itself what it needs, beside a running server. */
interface BesideCommand extends Described {
  readonly runBeside: (config: Config, input: LongInput) => Promise<Outcome>
}

export type Command = AloneCommand | BesideCommand
