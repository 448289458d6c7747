import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../../src/lib/workbook/read-workbook.ts'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { findDemoAccount } from './support/demo-account.ts'
import { goTo, signIn } from './support/pages.ts'
import { word } from './support/words.ts'

let server: RunningServer
let office: TestBrowser

beforeAll(async () => {
  server = await startServer()
  office = await openBrowser({ origin: server.origin, size: 'desktop' })
  const page = office.page()
  await signIn(page, server.origin, await findDemoAccount(page, server.origin, 'districtOfficer'))
  await goTo(page, '/communes')
}, 120_000)
afterAll(async () => {
  await office?.close()
  await server?.stop()
})

const dialog = () => office.page().locator('dialog[open]')
const button = (key: string) => dialog().getByRole('button', { name: word(key), exact: true })
const openDialog = () =>
  office
    .page()
    .getByRole('link', { name: word('common.action.exportData') })
    .click()

test('an officer downloads the responses of the district as a workbook', async () => {
  await openDialog()
  const coming = office.page().waitForEvent('download')
  await button('exports.start').click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^Phiếu khảo sát .*\.xlsx$/u)
  const book = readWorkbook(new Uint8Array(readFileSync(await download.path())))
  if (!book.ok) throw new Error(JSON.stringify(book.error))
  const [header, ...rows] = book.value.sheets[0]?.rows ?? []
  expect(header?.slice(0, 3)).toEqual(['Mã xã', 'Xã', 'Huyện'])
  expect(rows.map(row => row[1])).toContain('Xã Cao Minh')
  await dialog().getByRole('status').filter({ hasText: '.xlsx' }).waitFor()
})

test('an export that is under way can be stopped', async () => {
  const page = office.page()
  await page.route('**/api/exports/**', () => undefined)
  await button('exports.start').click()
  await dialog().getByText(word('exports.waiting')).waitFor()
  await button('exports.cancel').click()
  await dialog().getByText(word('exports.waiting')).waitFor({ state: 'detached' })
  await page.unroute('**/api/exports/**')
  expect(await dialog().locator('output').count()).toBe(0)
  await button('exports.cancel').click()
  await dialog().waitFor({ state: 'detached' })
})

test('without a network it says that exporting needs the server', async () => {
  await office.context().setOffline(true)
  await openDialog()
  await button('exports.start').click()
  await dialog().getByText(word('exports.problem.unreachable')).waitFor()
  await office.page().goBack()
  await dialog().waitFor({ state: 'detached' })
  await office.context().setOffline(false)
  expect(office.errors()).toEqual([])
})
