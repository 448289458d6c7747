import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { goTo, signIn, waitUntilInstalled, type Account } from './support/pages.ts'
import { surveyPage } from './support/survey-page.ts'
import { pill, waitUntilSynced } from './support/sync-page.ts'
import { listDatabases, readTabletStore } from './support/tablet-store.ts'
import { word } from './support/words.ts'

const first = { username: 'caominh', password: 'iso9001' }
const second = { username: 'baolam', password: 'iso9001' }
const thingOfFirst = 'plan174.survey_baseline.06010@2017-10-15'
const secret = 'Chỉ người thứ nhất biết.'

let server: RunningServer
let tablet: TestBrowser
let outboxOfFirst = 0

beforeAll(async () => {
  server = await startServer()
  tablet = await openBrowser({ origin: server.origin })
}, 120_000)
afterAll(async () => {
  await tablet?.close().catch(() => undefined)
  await server?.stop()
})

const page = () => tablet.page()
const survey = () => surveyPage(page())

async function signOut(): Promise<void> {
  await goTo(page(), '/account')
  await page()
    .getByRole('button', { name: word('account.signOut'), exact: true })
    .click()
  await page().locator('input[name=password]').waitFor()
}

/** On the sign-in page as it stands, without loading anything. */
async function type({ username, password }: Account): Promise<void> {
  await page().locator('input[name=username]').fill(username)
  await page().locator('input[name=password]').fill(password)
  await page()
    .getByRole('button', { name: word('signIn.do'), exact: true })
    .click()
}

const button = (name: Parameters<typeof word>[0]) =>
  page()
    .getByRole('button', { name: word(name), exact: true })
    .last()

describe('two officials share one tablet', () => {
  test('SY10 signing out without a network keeps the unsent work, and the tablet says how much there is', async () => {
    await signIn(page(), server.origin, first)
    await waitUntilInstalled(page())
    await waitUntilSynced(page())
    await server.kill()
    await survey().open()
    await survey().goToSection('s7')
    await survey().answer('s7_note', secret)
    await survey().waitUntilSaved('s7_note')
    outboxOfFirst = (await readTabletStore(page(), 'p-caominh')).outbox
    expect(outboxOfFirst).toBeGreaterThan(0)
    await signOut()
    const unsent = word('signIn.unsent_other').replace('{{count}}', String(outboxOfFirst))
    await page().getByText(unsent).waitFor()
    expect((await readTabletStore(page(), 'p-caominh')).outbox).toBe(outboxOfFirst)
  })

  test('ST4 the second has a database of their own and sees nothing of the first', async () => {
    await server.start()
    await signIn(page(), server.origin, second)
    await waitUntilSynced(page())
    expect(await listDatabases(page())).toEqual([
      'isoxa-device',
      'isoxa-person-p-baolam',
      'isoxa-person-p-caominh',
    ])
    const { fields, outbox } = await readTabletStore(page(), 'p-baolam')
    expect(JSON.stringify(fields)).not.toContain(secret)
    expect(outbox).toBe(0)
    expect(await page().locator('main').innerText()).not.toContain('Cao Minh')
    await page().goto(`${server.origin}/responses/${encodeURIComponent(thingOfFirst)}/s7`)
    await page().getByText(word('responses.notFound')).waitFor()
    expect(await page().content()).not.toContain(secret)
    expect((await readTabletStore(page(), 'p-caominh')).outbox).toBe(outboxOfFirst)
    await signOut()
  })

  test('offline a wrong password is refused, as is somebody whom the tablet does not know', async () => {
    await server.kill()
    await page().reload()
    await type({ username: 'caominh', password: 'iso9002' })
    await page().getByText(word('signIn.error.wrongOffline')).waitFor()
    await type({ username: 'caominh', password: '' })
    await page().getByText(word('signIn.error.empty')).waitFor()
    await type({ username: 'trangdinh', password: 'iso9001' })
    await page().getByText(word('signIn.error.unreachable')).waitFor()
    expect(await page().locator('input[name=password]').isVisible()).toBe(true)
  })

  test('offline the password last used here lets the first in again, with the unsent work', async () => {
    await type(first)
    await page().locator('input[name=password]').waitFor({ state: 'detached' })
    await survey().open()
    await survey().goToSection('s7')
    expect(await survey().read('s7_note')).toBe(secret)
    expect(await survey().whereabouts('s7_note')).toBe('onTablet')
  })

  test('SY9 when the server is back the first is asked to sign in, and the work goes out as theirs', async () => {
    await server.start()
    await pill(page(), 'signIn').waitFor({ timeout: 120_000 })
    expect((await readTabletStore(page(), 'p-caominh')).outbox).toBe(outboxOfFirst)
    await page()
      .getByRole('button', { name: word('signIn.again.do'), exact: true })
      .click()
    const dialog = page().locator('dialog[open]')
    await dialog.locator('input[name=password]').fill(first.password)
    await dialog.getByRole('button', { name: word('signIn.again.do') }).click()
    await dialog.waitFor({ state: 'detached' })
    await waitUntilSynced(page())
    expect((await readTabletStore(page(), 'p-caominh')).outbox).toBe(0)
    expect(tablet.errors()).toEqual([])
  })

  test('somebody added with a role chooses a password at the first sign-in and another one later, and uses it offline too', async () => {
    await signOut()
    await type({ username: 'quantri', password: 'iso9001' })
    await goTo(page(), '/people')
    await button('admin.people.add').click()
    const dialog = page().locator('dialog[open]')
    await dialog.getByLabel(word('admin.people.name'), { exact: true }).fill('Lý Thị Mới')
    await dialog.getByLabel(word('admin.people.username'), { exact: true }).fill('lymoi')
    await dialog.getByLabel(word('admin.role'), { exact: true }).selectOption('communeOfficial')
    await dialog.getByRole('button', { name: new RegExp(`^${word('admin.unit')}`, 'u') }).click()
    await dialog.last().locator('input').fill('khanh long')
    await dialog.last().getByRole('option').first().click()
    await dialog.getByLabel(word('admin.to'), { exact: true }).fill('31/12/2030')
    await dialog.getByRole('button', { name: word('admin.add.add'), exact: true }).click()
    await button('admin.once.done').waitFor()
    const [username = '', told = ''] = await page().locator('dialog[open] strong').allInnerTexts()
    expect([username, told]).toEqual(['lymoi', expect.stringMatching(/^(?:\w{4}-){2}\w{4}$/u)])
    await button('admin.once.done').click()
    await signOut()

    await type({ username, password: told })
    const chosen = page().locator('input[name=new-password]')
    await chosen.fill(told)
    await page().locator('input[name=new-password-again]').fill(told)
    await button('newPassword.do').click()
    await page().getByText(word('newPassword.fault.same')).waitFor()
    for (const name of ['new-password', 'new-password-again'])
      await page().locator(`input[name=${name}]`).fill('của riêng tôi')
    await button('newPassword.do').click()
    await chosen.waitFor({ state: 'detached' })
    await waitUntilSynced(page())

    const old = page().locator('input[name=password]')
    await goTo(page(), '/account')
    await page()
      .getByRole('link', { name: word('newPassword.own.title'), exact: true })
      .click()
    await old.fill('không phải')
    for (const name of ['new-password', 'new-password-again'])
      await page().locator(`input[name=${name}]`).fill('một cái khác')
    await button('newPassword.own.do').click()
    await page().getByText(word('newPassword.own.wrong')).waitFor()
    await old.fill('của riêng tôi')
    await button('newPassword.own.do').click()
    await page().getByText(word('newPassword.own.doneHint')).waitFor()
    await waitUntilSynced(page())
    await signOut()

    await server.kill()
    await type({ username, password: 'của riêng tôi' })
    await page().getByText(word('signIn.error.wrongOffline')).waitFor()
    await type({ username, password: 'một cái khác' })
    await page().locator('input[name=password]').waitFor({ state: 'detached' })
  })
})
