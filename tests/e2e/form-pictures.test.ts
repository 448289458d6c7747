import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FormVersion, Option } from '../../src/domain/forms/form-version.ts'
import { aForm, aQuestion } from '../support/a-form.ts'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { findDemoAccount } from './support/demo-account.ts'
import { importForm } from './support/form-file.ts'
import { goTo, signIn, waitUntilInstalled } from './support/pages.ts'
import { fortyMegapixelPhoto, smallPhoto, textNamedJpg } from './support/photo.ts'
import { syncNow, waitUntilSynced } from './support/sync-page.ts'
import { word } from './support/words.ts'

const text = (words: string) => ({ vi: words, en: words })
const option = (value: string, label: string, image?: string): Option => ({
  value,
  label: text(label),
  ...(image === undefined ? {} : { image }),
})
const options = [
  option('clean', 'Sạch', 'sach.jpg'),
  option('dirty', 'Bẩn', 'ban.jpg'),
  option('none', 'Không có', 'thieu.jpg'),
]
const form: FormVersion = aForm({
  id: 'with_pictures',
  title: text('Phiếu có ảnh'),
  sections: [
    {
      id: 's1',
      title: text('Phần 1'),
      items: [
        aQuestion('one', { type: 'select_one', options, image: 'so-do.jpg' }),
        aQuestion('many', { type: 'select_multiple', options, appearance: 'columns-2' }),
        aQuestion('scale', { type: 'select_one', options, appearance: 'likert' }),
      ],
    },
  ],
})
const files = [
  { ...smallPhoto(1), name: 'sach.jpg' },
  { ...smallPhoto(2), name: 'BAN.JPG' },
  { ...fortyMegapixelPhoto(), name: 'so-do.jpg' },
  { ...textNamedJpg(), name: 'hong.jpg' },
  { ...smallPhoto(3), name: 'anh.gif' },
]

let server: RunningServer
let desk: TestBrowser
let tablet: TestBrowser

beforeAll(async () => {
  server = await startServer()
  desk = await openBrowser({ origin: server.origin, size: 'desktop' })
  tablet = await openBrowser({ origin: server.origin })
  const coordinator = await findDemoAccount(desk.page(), server.origin, 'provinceCoordinator')
  await signIn(desk.page(), server.origin, coordinator)
  await signIn(tablet.page(), server.origin, { username: 'khanhlong', password: 'iso9001' })
}, 240_000)
afterAll(async () => {
  for (const browser of [desk, tablet]) await browser?.close().catch(() => undefined)
  await server?.stop()
})

const picture = (page: Page, question: string, label: string) =>
  page.locator(`#question-${question} label`, { hasText: label }).locator('img')

/** Drawn, not only there. */
const widthOf = (page: Page, question: string, label: string): Promise<number> =>
  picture(page, question, label).evaluate((image: HTMLImageElement) =>
    image.decode().then(() => image.naturalWidth),
  )

test('pictures that come with an Excel file show in the preview; what cannot be taken is said, file by file', async () => {
  const page = desk.page()
  await importForm(page, form)
  await page.locator('[data-problems=warnings]').getByText('ban.jpg').waitFor()
  await page.locator('input[type=file]').nth(1).setInputFiles(files)
  const alert = page.locator('[role=alert]', { hasText: word('forms.attached.refused') })
  await alert.waitFor({ timeout: 60_000 })
  expect(await alert.locator('li').allInnerTexts()).toEqual([
    expect.stringContaining('hong.jpg'),
    expect.stringContaining('anh.gif'),
  ])
  expect(await page.locator('[data-attached] bdi').allInnerTexts()).toEqual([
    'sach.jpg',
    'BAN.JPG',
    'so-do.jpg',
  ])
  await picture(page, 'one', 'Sạch').waitFor()
  expect(await widthOf(page, 'one', 'Sạch')).toBeGreaterThan(100)
  const warnings = page.locator('[data-problems=warnings]')
  expect(await warnings.innerText()).toContain('thieu.jpg')
  expect(await warnings.innerText()).not.toContain('ban.jpg')
})

test('they reach a tablet ahead, which shows them without a network, and words where one is missing', async () => {
  const page = desk.page()
  await page.getByRole('button', { name: word('forms.publish.do'), exact: true }).click()
  await page
    .locator('dialog[open]')
    .getByRole('button', { name: word('forms.publish.do') })
    .click()
  await page.waitForURL('**/forms')
  await page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Phiếu có ảnh' }) })
    .last()
    .getByText(word('forms.atServer'))
    .waitFor()
  await waitUntilSynced(page)

  const own = tablet.page()
  const fetched: string[] = []
  own.on('response', response => {
    if (response.url().includes('/api/files/') && response.status() === 200) fetched.push(response.url())
  })
  await syncNow(own)
  await expect.poll(() => fetched.length, { timeout: 30_000 }).toBe(3)
  await goTo(own, '/work')
  const card = own.locator('section').filter({ has: own.getByRole('heading', { name: 'Phiếu có ảnh' }) })
  await card
    .last()
    .getByRole('button', { name: word('work.other.start') })
    .click()
  await own.locator('#question-one').waitFor()
  await syncNow(own)

  await waitUntilInstalled(own)
  await tablet.context().setOffline(true)
  await own.reload()
  await picture(own, 'one', 'Sạch').waitFor()
  for (const question of ['one', 'many', 'scale']) {
    expect(await widthOf(own, question, 'Sạch')).toBeGreaterThan(100)
    expect(await widthOf(own, question, 'Bẩn')).toBeGreaterThan(100)
    expect(await picture(own, question, 'Không có').count()).toBe(0)
    await own.locator(`#question-${question} label`, { hasText: 'Không có' }).waitFor()
  }
  expect(await own.locator('#question-one [id$=-hint] img').count()).toBe(1)
  expect(fetched.length).toBe(3)
  expect(tablet.errors()).toEqual([])
})
