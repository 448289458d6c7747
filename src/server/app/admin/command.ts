import type { Result } from '../../../lib/result.ts'
import type { Services } from '../../http/environment.ts'

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

export interface Command {
  readonly summary: string
  /** What must be given, `name: what it is`. */
  readonly needs: Readonly<Record<string, string>>
  readonly may?: Readonly<Record<string, string>>
  /** The name of a file that follows the command. */
  readonly file?: string
  readonly asksPassword?: true
  readonly run: (services: Services, input: CommandInput) => Promise<Outcome>
}
