import type { Page } from 'playwright-core'
import { word, type Language } from './words.ts'

export interface Account {
  readonly username: string
  readonly password: string
}

/** From any address of the app to signed in, and to where this person begins. */
export async function signIn(
  page: Page,
  origin: string,
  account: Account,
  language: Language = 'vi',
): Promise<void> {
  await page.goto(origin)
  await chooseLanguage(page, language)
  await page.locator('input[name=username]').fill(account.username)
  await page.locator('input[name=password]').fill(account.password)
  await page.getByRole('button', { name: word('signIn.do', language), exact: true }).click()
  await page.locator('input[name=password]').waitFor({ state: 'detached' })
  // A tap before the first sync has told where to begin would be led away again.
  await page.waitForURL(url => url.pathname !== '/')
}

/** By the switch that stands on the screen; the tablet remembers. */
export async function chooseLanguage(page: Page, language: Language): Promise<void> {
  const button = page.locator(`button[lang=${language}]`).first()
  await button.waitFor({ state: 'attached' })
  if ((await page.locator('html').getAttribute('lang')) === language) return
  await button.click()
  await page.locator(`html[lang=${language}]`).waitFor()
}

/** The service worker has everything; from the next start on the app needs no network. */
export async function waitUntilInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

/** By the app's own links, without loading it anew, as a person does. */
export async function goTo(
  page: Page,
  path:
    | '/work'
    | '/findings'
    | '/road'
    | '/communes'
    | '/board'
    | '/audits'
    | '/forms'
    | '/people'
    | '/sync'
    | '/account',
): Promise<void> {
  const link = page.locator(`a[href="${path}"]:visible`).first()
  // A phone's bar with many places leaves these two to the top bar: the pill comes first, the person last.
  const top = page.locator('header').first().getByRole('button')
  const instead = path === '/sync' ? top.first() : path === '/account' ? top.last() : undefined
  await link
    .or(instead ?? link)
    .first()
    .waitFor()
  await (instead && (await link.count()) === 0 ? instead : link).click()
  await page.waitForURL(`**${path}`)
  await waitUntilStill(page)
}

/** The screen is there: its heading stands and nothing says that it is loading. */
export async function waitUntilStill(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('main [class*="_spinner_"]'))
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}
