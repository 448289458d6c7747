import { randomBytes } from 'node:crypto'
import type { UnitTree } from '../../../domain/people/unit-tree.ts'
import { readCsv } from '../../../lib/read-csv.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import type { Services } from '../../http/environment.ts'
import { referenceFeed } from '../seed-reference.ts'
import { assignmentChange } from './assign-role.ts'
import type { Command } from './command.ts'
import { createAccount, faultOfPassword, faultOfUsername } from './create-account.ts'
import { loadDirectory } from './load-directory.ts'
import { readAssignment, type NewAssignment } from './read-assignment.ts'

interface Line {
  readonly username: string
  readonly name: string
  readonly password: string
  readonly assignment: NewAssignment
}

/** All or nothing is decided before anything is written; the same file again changes nothing. */
export const importPeople: Command = {
  summary:
    'Adds the people of a CSV file with columns username, name, role, unit and, if you like, from, to, password. ' +
    'Who has several roles has several lines. Passwords left empty are made up and printed once.',
  needs: {},
  file: 'FILE.csv',
  async run(services, { file = '', today, readFile }) {
    const text = await readFile(file)
    if (!text.ok) return text
    const rows = readCsv(text.value)
    if (!rows.ok) return err(`Line ${rows.error.line}: a quotation mark is not closed.`)
    const [header, ...records] = rows.value
    if (!header) return err('The file is empty.')
    const keys = header.cells.map(name => name.toLowerCase())
    const { tree } = await loadDirectory(services)
    const named = records.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(keys.map((key, at) => [key, cells[at] ?? ''])),
    }))
    const lines = named.map(row => readLine(row, tree, today))
    const faults = lines.flatMap(line => (line.ok ? [] : [line.error]))
    if (faults.length > 0) return err(['Nothing was imported.', ...faults].join('\n'))
    return write(
      services,
      lines.flatMap(line => (line.ok ? [line.value] : [])),
    )
  },
}

interface Row {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

function readLine({ line, cells }: Row, tree: UnitTree, today: string): Result<Line, string> {
  const { username = '', name = '', role = '', unit = '', from = '', to = '', password = '' } = cells
  const fault =
    faultOfUsername(username) ??
    (name === '' ? 'The name is empty.' : undefined) ??
    (password === '' ? undefined : faultOfPassword(password))
  const assignment = fault === undefined ? readAssignment({ role, unit, from, to }, tree, today) : err(fault)
  if (!assignment.ok) return err(`Line ${line}: ${assignment.error}`)
  return ok({ username, name, password, assignment: assignment.value })
}

async function write(services: Services, lines: readonly Line[]): Promise<Result<readonly string[], string>> {
  const { accounts, authority } = services
  const told: string[] = []
  let added = 0
  for (const { username, name, password, assignment } of lines) {
    const { people } = await loadDirectory(services)
    const known = await accounts.findByUsername(username)
    if (known && people.has(known.person)) {
      await authority.write(referenceFeed, [assignmentChange(known.person, assignment)])
      continue
    }
    const chosen = password || randomBytes(9).toString('base64url')
    const created = await createAccount(services, {
      username,
      name,
      password: chosen,
      assignments: [assignment],
    })
    if (!created.ok) return err(`${username}: ${created.error} Earlier lines are imported.`)
    added++
    if (password === '') told.push(`${username}\t${chosen}`)
  }
  const summary = `${added} people added, ${lines.length} assignments in place.`
  return ok(told.length > 0 ? ['Passwords, shown this once:', ...told, summary] : [summary])
}
