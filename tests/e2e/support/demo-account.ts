import type { Page } from 'playwright-core'
import type { Role } from '../../../src/domain/people/role.ts'
import type { Account } from './pages.ts'
import { word } from './words.ts'

/** A demo account as the sign-in page tells it: `Role · Unit`, below it `Name · username / password`. */
export async function findDemoAccount(page: Page, origin: string, role: Role, unit = ''): Promise<Account> {
  await page.goto(origin)
  const start = `${word(`account.roles.${role}`)} · ${unit}`
  const row = page
    .getByRole('list', { name: word('signIn.demo.title') })
    .getByRole('listitem')
    .filter({ hasText: start })
    .first()
  const text = await row.innerText()
  const [, username, password] = /·\s*(\S+) \/ (\S+)\s*$/u.exec(text) ?? []
  if (!username || !password) throw new Error(`the sign-in page tells no account in "${text}"`)
  return { username, password }
}
