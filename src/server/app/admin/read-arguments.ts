import { parseArgs } from 'node:util'
import { roles } from '../../../domain/people/role.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import type { Command } from './command.ts'
import { commands } from './commands.ts'

export type Request =
  | { readonly type: 'help'; readonly text: string }
  | {
      readonly type: 'run'
      readonly command: Command
      readonly options: Readonly<Record<string, string>>
      readonly file: string | undefined
      readonly isPasswordFromStdin: boolean
    }

/** What the operator asks for; an error is a sentence. */
export function readArguments(args: readonly string[]): Result<Request, string> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h')
    return ok({ type: 'help', text: helpOfAll() })
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return err(`There is no command "${name}". See: npm run admin -- --help`)
  if (rest.includes('--help') || rest.includes('-h')) return ok({ type: 'help', text: helpOf(name, command) })
  const names = Object.keys({ ...command.needs, ...command.may })
  let parsed
  try {
    parsed = parseArgs({
      args: rest,
      allowPositionals: command.file !== undefined,
      options: {
        ...Object.fromEntries(names.map(option => [option, { type: 'string' as const }])),
        ...Object.fromEntries(flagsOf(command).map(flag => [flag, { type: 'boolean' as const }])),
        ...(command.asksPassword ? { 'password-stdin': { type: 'boolean' as const } } : {}),
      },
    })
  } catch (error) {
    const words = error instanceof Error ? error.message.split('\n')[0] : ''
    return err(`${words}\n${helpOf(name, command)}`)
  }
  const { 'password-stdin': fromStdin, ...values } = parsed.values
  const options = Object.fromEntries(Object.entries(values).map(([option, value]) => [option, String(value)]))
  const missing = Object.keys(command.needs).filter(option => !options[option])
  if (missing.length > 0)
    return err(`Missing: ${missing.map(option => `--${option}`).join(' ')}\n${helpOf(name, command)}`)
  const [file, ...more] = parsed.positionals
  const isMissing = file === undefined && !command.isFileOptional
  if (command.file !== undefined && (isMissing || more.length > 0))
    return err(`Give one ${command.file.toLowerCase()}.\n${helpOf(name, command)}`)
  return ok({ type: 'run', command, options, file, isPasswordFromStdin: fromStdin === true })
}

const flagsOf = ({ flags = {} }: Command): readonly string[] => Object.keys(flags)

function usageOf(name: string, command: Command): string {
  const { needs, may = {}, file, isFileOptional, asksPassword } = command
  const words = [
    name,
    ...(file === undefined ? [] : [isFileOptional ? `[${file}]` : file]),
    ...Object.keys(needs).map(option => `--${option} …`),
    ...Object.keys(may).map(option => `[--${option} …]`),
    ...flagsOf(command).map(flag => `[--${flag}]`),
    ...(asksPassword ? ['[--password-stdin]'] : []),
  ]
  return `npm run admin -- ${words.join(' ')}`
}

function helpOf(name: string, command: Command): string {
  const options = Object.entries({ ...command.needs, ...command.may, ...command.flags })
  return [
    command.summary,
    '',
    `  ${usageOf(name, command)}`,
    ...options.map(([option, what]) => `    --${option.padEnd(10)} ${what}`),
    ...(command.asksPassword ? ['    --password-stdin  reads the password from standard input'] : []),
  ].join('\n')
}

const helpOfAll = (): string =>
  [
    'People, roles, programme and backups of ISO Xã. Works on the data of DATA_DIR or DATABASE_URL, as the server does.',
    'backup and verify run beside the server; for the others it has to be stopped with SQLite, with PostgreSQL it may run.',
    '',
    ...Object.entries(commands).flatMap(([name, command]) => [
      `  ${usageOf(name, command)}`,
      `      ${command.summary}`,
    ]),
    '',
    `Roles: ${roles.join(', ')}.`,
    'Days: 2026-12-31 or 31/12/2026. Units: codes of the General Statistics Office, such as 05998.',
  ].join('\n')
