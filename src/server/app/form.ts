import { parseArgs } from 'node:util'
import { checkFile } from './form/check-file.ts'
import { evaluateFile } from './form/evaluate-file.ts'
import { exportForm } from './form/export-form.ts'
import { createTimeText } from './time-text.ts'

const help = `npm run form -- check FILE.xlsx [FILE.csv …]   reads an XLSForm, prints JSON, exit code 1 on errors
npm run form -- evaluate FILE.xlsx ANSWERS.json [--now ISO]
                                              prints how every question stands with these answers, as JSON
npm run form -- export ID [OUT.xlsx]          writes a built-in form as an XLSForm`

const readNow = (names: string[]) =>
  parseArgs({ args: names, allowPositionals: true, options: { now: { type: 'string' } } })

const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\d/u.test(text) && !Number.isNaN(Date.parse(text))

/** This machine's day and time with its offset. */
const localNow = (): string =>
  createTimeText(new Intl.DateTimeFormat().resolvedOptions().timeZone)(Date.now())

/** `npm run form -- COMMAND …`: exit code 0 when it was done, 1 when not. */
async function run([command, ...names]: string[]): Promise<number> {
  const [first, ...rest] = names
  if (command === 'check' && first !== undefined) return checkFile(first, rest)
  if (command === 'evaluate') {
    const { values, positionals } = readNow(names)
    const [file, answers, more] = positionals
    const now = values.now ?? localNow()
    if (file !== undefined && answers !== undefined && more === undefined && isMoment(now))
      return evaluateFile(file, answers, now)
  }
  if (command === 'export' && first !== undefined && rest.length <= 1) return exportForm(first, rest[0])
  console.error(help)
  return command === undefined || command === 'help' ? 0 : 1
}

process.exitCode = await run(process.argv.slice(2))
