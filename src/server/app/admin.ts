import { readFile } from 'node:fs/promises'
import { err, ok } from '../../lib/result.ts'
import { askPassword } from './admin/ask-password.ts'
import { askWords } from './admin/ask-words.ts'
import { readArguments } from './admin/read-arguments.ts'
import { readConfig } from './config.ts'
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
    if (!outcome.ok) return refuse(outcome.error)
    for (const line of outcome.value) console.log(line)
    return 0
  } finally {
    await close()
  }
}

function refuse(words: string): number {
  console.error(words)
  return 1
}

process.exitCode = await administer()
