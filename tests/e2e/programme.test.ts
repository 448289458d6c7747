import { afterAll, beforeAll, expect, test } from 'vitest'
import { steps } from '../../src/domain/qms/steps.ts'
import { aForm } from '../support/a-form.ts'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { findDemoAccount } from './support/demo-account.ts'
import { goTo, signIn, waitUntilStill } from './support/pages.ts'
import { reviewPage } from './support/review-page.ts'
import { publishForm } from './support/publish-form.ts'
import { syncNow, waitUntilSynced } from './support/sync-page.ts'
import { word } from './support/words.ts'

/** What the second programme's survey is. */
const otherSurvey = aForm({ id: 'short_survey', title: { vi: 'Khảo sát ngắn', en: 'Short survey' } })

let server: RunningServer
let tablet: TestBrowser

beforeAll(async () => {
  server = await startServer()
  tablet = await openBrowser({ origin: server.origin })
  const page = tablet.page()
  const province = await findDemoAccount(page, server.origin, 'provinceCoordinator')
  await publishForm(server.origin, province, otherSurvey)
  await signIn(page, server.origin, province)
  await waitUntilSynced(page)
  await goTo(page, '/account')
  await page.locator('main a[href="/programme"]').click()
  await page.waitForURL(url => url.pathname === '/programme')
}, 120_000)
afterAll(async () => {
  await tablet?.close()
  await server?.stop()
})

test('what is typed quicker than it is saved is all kept', async () => {
  const page = tablet.page()
  const days = page.locator('main ol input[inputmode=numeric]')
  const names = (['vi', 'en'] as const).map(language =>
    page.getByLabel(word(`programme.frame.name_${language}`), { exact: true }),
  )
  // The last step first: no day comes before one that it has to follow.
  const typed = steps.map((_, at) => `${at + 10}/03/2027`)
  for (const at of steps.keys()) await days.nth(steps.length - 1 - at).fill(typed.at(-1 - at)!)
  for (const [at, name] of names.entries()) {
    await name.fill(`Chương trình ${at}`)
    await name.blur()
  }

  await waitUntilSynced(page)
  await page.reload()
  await waitUntilStill(page)
  await days.first().waitFor()
  expect(await days.evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value))).toEqual(
    typed,
  )
  for (const [at, name] of names.entries()) expect(await name.inputValue()).toBe(`Chương trình ${at}`)
  expect(tablet.errors()).toEqual([])
})

test('a second programme is begun, a commune moves to it with its survey and owners, and it is ended', async () => {
  const page = tablet.page()
  const press = (key: string) =>
    page
      .getByRole('button', { name: word(key), exact: true })
      .last()
      .click()
  const [name, office] = ['Chuyển đổi ISO 9001:2015', 'Chi cục Tiêu chuẩn']
  await press('programme.begin.open')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: word('programme.begin.do'), exact: true }).click()
  await dialog.getByText(word('programme.begin.nameless')).waitFor()
  await dialog.getByRole('textbox').first().fill(name)
  await press('programme.begin.do')
  await dialog.waitFor({ state: 'detached' })
  expect(await page.locator('main h1 + p').innerText()).toBe(name)

  // Only what every commune fills once, under its name, can be the survey.
  const survey = page.getByLabel(word('programme.frame.survey'), { exact: true })
  const offers = survey.locator('option')
  await offers.first().waitFor({ state: 'attached' })
  const offered = await offers.evaluateAll(options => options.map(one => one.getAttribute('value')))
  expect(offered).toEqual(['survey_baseline', otherSurvey.id])
  await survey.selectOption(otherSurvey.id)

  await page.getByRole('button', { name: /^2\. / }).click()
  await dialog.getByRole('textbox', { name: word('programme.owners.office') }).fill(office)
  await press('common.action.save')
  await page.getByRole('button', { name: office }).waitFor()

  await page.locator('main summary', { hasText: 'Tràng Định' }).click()
  await page.locator('main label', { hasText: 'Xã Khánh Long' }).click()
  await press('programme.communes.moveDo')
  await page.getByRole('checkbox', { name: /^Xã Khánh Long/u, checked: true }).waitFor()
  // Its survey was sent and waits for the district.
  await page.locator('main label', { hasText: 'Xã Tân Yên' }).click()
  await press('programme.communes.moveDo')
  await page.getByRole('checkbox', { name: /^Xã Tân Yên/u, checked: true }).waitFor()
  await waitUntilSynced(page)

  const other = await openBrowser({ origin: server.origin })
  try {
    const commune = other.page()
    const account = await findDemoAccount(commune, server.origin, 'communeOfficial', 'Xã Khánh Long')
    await signIn(commune, server.origin, account)
    await waitUntilSynced(commune)
    await goTo(commune, '/work')
    await commune.getByRole('heading', { name: otherSurvey.title['vi'] ?? '', exact: true }).waitFor()
    await goTo(commune, '/road')
    expect(await commune.locator('main h1 + p').innerText()).toBe(`Xã Khánh Long · ${name}`)
    await commune.locator('main li', { hasText: office }).waitFor()
    const next = commune.getByRole('heading', { name: word('road.next.title'), exact: true })
    await next.waitFor()
    await commune.goto(`${server.origin}/road?programme=plan174`)
    await commune.getByText(word('road.former')).waitFor()
    await commune.getByRole('heading', { name: word('road.steps.title'), exact: true }).waitFor()
    expect(await next.count()).toBe(0)
    await goTo(commune, '/work')
    await goTo(commune, '/road')

    await waitUntilSynced(page)
    await press('programme.end.do')
    await dialog.waitFor()
    await press('programme.end.do')
    await page.getByRole('button', { name: word('programme.end.undo'), exact: true }).waitFor()
    expect(await survey.isDisabled()).toBe(true)
    await waitUntilSynced(page)
    await syncNow(commune)
    await commune.getByText(word('road.ended').split('{{date}}')[0] ?? '').waitFor()
    expect(other.errors()).toEqual([])
  } finally {
    await other.close()
  }
  expect(tablet.errors()).toEqual([])
}, 120_000)

test('a survey sent before its commune moved waits in the list of communes until it is reviewed', async () => {
  const office = await openBrowser({ origin: server.origin })
  try {
    const page = office.page()
    await signIn(page, server.origin, { username: 'trangdinh', password: 'iso9001' })
    await waitUntilSynced(page)
    await goTo(page, '/communes')
    const left = page.getByRole('link', { name: /^Xã Tân Yên.*Chương trình 0/u })
    await left.click()
    await page.waitForURL(url => url.pathname.startsWith('/review/'))
    await reviewPage(page).approve()
    await waitUntilSynced(page)
    await goTo(page, '/communes')
    await page.locator('main table').waitFor()
    expect(await left.count()).toBe(0)
    expect(office.errors()).toEqual([])
  } finally {
    await office.close()
  }
}, 60_000)

test('the audit trail says a plan, owners and surveys in words', async () => {
  const page = tablet.page()
  await goTo(page, '/account')
  await page.locator('main a[href="/people/trail"]').click()
  const line = (...texts: readonly string[]) =>
    texts.reduce(
      (found, hasText) => found.filter({ hasText }),
      page.locator('main ol > li', { hasText: word('admin.thing.programme') }),
    )
  const { title } = steps[1]!
  await line(word('admin.field.owners'), `“${title['vi']}”`, 'Chi cục Tiêu chuẩn').waitFor()
  await line(word('admin.field.surveys'), '“Khảo sát ngắn”').waitFor()
  await line(word('admin.field.surveyForm'), 'Khảo sát ngắn (', 'Chuyển đổi ISO 9001:2015').waitFor()
  await line(word('admin.field.plan'), `2. ${title['vi']}: 11/03/2027`).waitFor()
  for (const text of await line('Chương trình').allInnerTexts()) expect(text).not.toMatch(/[{}]/u)
  expect(tablet.errors()).toEqual([])
})
