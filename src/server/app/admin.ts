import { readFile } from 'node:fs/promises'
import { err, ok } from '../../lib/result.ts'
import { askPassword } from './admin/ask-password.ts'
import { askWords } from './admin/ask-words.ts'
import type { Command, Outcome } from './admin/command.ts'
import { readArguments } from './admin/read-arguments.ts'
import { readConfig, type Config } from './config.ts'
import { explainError } from './explain-error.ts'
import { openServices } from './open-services.ts'
import { seedReference } from './seed-reference.ts'

/** `npm run admin -- COMMAND …`: exit code 0 when it was done, 1 with a sentence when not. */
async function administer(): Promise<number> {
  const request = readArguments(process.argv.slice(2))
  if (!request.ok) return refuse(request.error)
  if (request.value.type === 'help') {
    console.log(request.value.text)
    return 0
  }
  const { command, options, file, isPasswordFromStdin } = request.value
  const config = readConfig(process.env)
  if (!config.ok) return refuse(config.error)
  if ('runBeside' in command) return report(await runBeside(command, config.value, { options, file }))
  const opened = await openServices(config.value, () => undefined).catch(explainError)
  if (typeof opened === 'string') return refuse(`The data cannot be opened: ${opened}.`)
  const { services, close } = opened
  try {
    // The first administrator may come before the first start.
    await seedReference(services)
    const outcome = await command.run(services, {
      options,
      file,
      today: services.dayOf(services.clock()),
      askPassword: () => askPassword(isPasswordFromStdin),
      askWords,
      readFile: path =>
        readFile(path, 'utf8').then(ok, (error: unknown) => err(`${path}: ${explainError(error)}`)),
    })
    return report(outcome)
  } finally {
    await close()
  }
}

/** Ends in good order when the operator, or the server that started it, wants an end. */
function runBeside(
  command: Extract<Command, { runBeside: unknown }>,
  config: Config,
  {
    options,
    file,
  }: { readonly options: Readonly<Record<string, string>>; readonly file: string | undefined },
): Promise<Outcome> {
  const ending = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, () => ending.abort())
  const say = (line: string): void => console.log(line)
  return command
    .runBeside(config, { options, folder: file, signal: ending.signal, say })
    .finally(() => (process.connected ? process.disconnect() : undefined))
}

function report(outcome: Outcome): number {
  if (!outcome.ok) return refuse(outcome.error)
  for (const line of outcome.value) console.log(line)
  return 0
}

function refuse(words: string): number {
  console.error(words)
  return 1
}

process.exitCode = await administer()
