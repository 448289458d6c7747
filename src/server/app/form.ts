import { parseArgs } from 'node:util'
import { checkFile } from './form/check-file.ts'
import { evaluateFile } from './form/evaluate-file.ts'
import { exportForm } from './form/export-form.ts'
import { createTimeText } from './time-text.ts'

const help = `npm run form -- check FILE.xlsx [--attach FILE …]   reads an XLSForm, prints JSON, exit code 1 on errors
npm run form -- evaluate FILE.xlsx ANSWERS.json [--now ISO] [--attach FILE …]
                                              prints how every question stands with these answers, as JSON
npm run form -- export ID [OUT.xlsx]          writes a built-in form as an XLSForm
--attach: a CSV file or a picture that the form names, once for each`

const readNames = (names: string[]) =>
  parseArgs({
    args: names,
    allowPositionals: true,
    options: { now: { type: 'string' }, attach: { type: 'string', multiple: true, default: [] } },
  })

const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\d/u.test(text) && !Number.isNaN(Date.parse(text))

/** This machine's day and time with its offset. */
const localNow = (): string =>
  createTimeText(new Intl.DateTimeFormat().resolvedOptions().timeZone)(Date.now())

/** `npm run form -- COMMAND …`: exit code 0 when it was done, 1 when not. */
async function run([command, ...names]: string[]): Promise<number> {
  const { values, positionals } = readNames(names)
  const [first, second, ...more] = positionals
  const { attach: attached, now = localNow() } = values
  if (command === 'check' && first !== undefined)
    return checkFile(first, [...positionals.slice(1), ...attached])
  const hasTwo = first !== undefined && second !== undefined && more.length === 0
  if (command === 'evaluate' && hasTwo && isMoment(now))
    return evaluateFile({ file: first, answersFile: second, attached, now })
  if (command === 'export' && first !== undefined && more.length === 0) return exportForm(first, second)
  console.error(help)
  return command === undefined || command === 'help' ? 0 : 1
}

process.exitCode = await run(process.argv.slice(2))
