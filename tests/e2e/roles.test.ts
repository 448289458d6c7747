import { expect, test } from 'vitest'
import { findDemoAccount } from './support/demo-account.ts'
import { oneTablet } from './support/one-tablet.ts'
import { goTo, signIn } from './support/pages.ts'
import { word } from './support/words.ts'

const { server, tablet } = oneTablet()

test('a role that somebody holds already on these days is refused beside its day, and nothing is sent', async () => {
  const page = tablet().page()
  const button = (key: string) => page.getByRole('button', { name: word(key), exact: true })
  await signIn(page, server().origin, await findDemoAccount(page, server().origin, 'administrator'))
  await goTo(page, '/people')
  await page.locator('main a[href="/people/p-caominh"]').click()
  // Not the list of people, which is on the screen a moment longer.
  await button('admin.person.addRole').waitFor()
  const roles = page.locator('main ul').first()
  const before = await roles.innerText()
  const sent: string[] = []
  page.on('request', request => {
    if (request.url().includes('/assignments')) sent.push(request.url())
  })

  await button('admin.person.addRole').click()
  const dialog = page.locator('dialog[open]')
  await dialog.getByLabel(word('admin.role'), { exact: true }).selectOption('communeOfficial')
  await dialog.getByRole('button', { name: new RegExp(`^${word('admin.unit')}`, 'u') }).click()
  await dialog.last().locator('input').fill('cao minh')
  await dialog.last().getByRole('option').first().click()
  const [start = ''] = word('admin.fault.overlapsOpen').split('{{')
  await dialog.getByText(start).first().waitFor()
  const from = dialog.getByLabel(word('admin.from'), { exact: true })
  expect(await from.getAttribute('aria-invalid')).toBe('true')
  await button('admin.roleOf.save').click()
  // At its field, and beside the button.
  expect(await dialog.getByText(start).count()).toBe(2)
  await button('admin.cancel').click()
  await dialog.waitFor({ state: 'detached' })
  expect(await roles.innerText()).toBe(before)
  expect(sent).toEqual([])
})
