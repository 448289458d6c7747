import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { err, ok, type Result } from '../../../lib/result.ts'

/** A new password: typed twice and unseen on a terminal, or the first line of standard input. */
export async function askPassword(isFromStdin: boolean): Promise<Result<string, string>> {
  if (isFromStdin) {
    const [first = ''] = (await text(process.stdin)).split(/\r?\n/u)
    return first === '' ? err('Standard input has no password.') : ok(first)
  }
  if (!process.stdin.isTTY) return err('Give the password on standard input with --password-stdin.')
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true })
  try {
    process.stdout.write('New password: ')
    const first = await lines.question('')
    process.stdout.write('\nOnce more: ')
    const second = await lines.question('')
    process.stdout.write('\n')
    return first === second ? ok(first) : err('The two are not the same.')
  } finally {
    lines.close()
  }
}
