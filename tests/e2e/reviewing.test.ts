import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { expectAccessible } from './support/axe.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { enter as enterOn } from './support/enter.ts'
import { goTo, waitUntilStill } from './support/pages.ts'
import { syncNow } from './support/sync-page.ts'
import { word } from './support/words.ts'

const password = 'iso9001'
const number = '06010/2025'

let server: RunningServer
let office: TestBrowser
let tablet: TestBrowser
beforeAll(async () => {
  server = await startServer()
  ;[office, tablet] = await Promise.all([
    openBrowser({ origin: server.origin, size: 'desktop' }),
    openBrowser({ origin: server.origin, size: 'phone' }),
  ])
}, 120_000)
afterAll(async () => {
  await Promise.all([office?.close(), tablet?.close()].map(closing => closing?.catch(() => undefined)))
  await server?.stop()
})

const button = (page: Page, key: string) => page.getByRole('button', { name: word(key), exact: true })

const enter = (browser: TestBrowser, username: string): Promise<Page> =>
  enterOn(browser, server.origin, { username, password })

async function comment(page: Page, text: string): Promise<void> {
  await page.getByLabel(word('audits.comments.add')).fill(text)
  await button(page, 'audits.comments.send').click()
  await page.getByText(text, { exact: true }).waitFor()
}

/** Rows of "my work" about audits. */
const waiting = (page: Page) => page.getByRole('list', { name: word('work.audits.title') }).getByRole('link')

test('a report returned and a finding commented without a network wait in the work of those who have to answer', async () => {
  const district = await enter(office, 'trangdinh')
  let auditor = await enter(tablet, 'danhgia')
  await district.context().setOffline(true)
  await goTo(district, '/findings')
  await district
    .locator('main li a[href^="/findings/"]', { hasText: 'Việc lấy ý kiến người dân' })
    .first()
    .click()
  await comment(district, 'Gửi kèm sổ kiểm tra tháng 11.')
  await district.locator('main a[href^="/reports/"]').first().click()
  await waitUntilStill(district)
  await button(district, 'auditReport.move.returned').click()
  await district.getByLabel(word('auditReport.move.reason')).fill('Thiếu ngày thu hồi bản cũ.')
  await button(district, 'common.action.send').click()
  await district.getByText('Thiếu ngày thu hồi bản cũ.').waitFor()
  await district.context().setOffline(false)
  await syncNow(district)

  await syncNow(auditor)
  await goTo(auditor, '/work')
  await waiting(auditor).filter({ hasText: 'Gửi kèm sổ kiểm tra tháng 11.' }).waitFor()
  const returned = waiting(auditor).filter({ hasText: 'Thiếu ngày thu hồi bản cũ.' })
  await returned.filter({ hasText: number }).waitFor()
  await expectAccessible(auditor)
  await returned.click()
  await button(auditor, 'auditReport.move.issued').click()
  await auditor.getByLabel(word('auditReport.move.answer')).fill('Thu hồi ngày 20/11/2025, có biên bản.')
  await button(auditor, 'common.action.send').click()
  await auditor.getByText(word('auditReport.state.issued'), { exact: true }).waitFor()
  await goTo(auditor, '/work')
  await waiting(auditor).filter({ hasText: 'Gửi kèm sổ kiểm tra tháng 11.' }).waitFor()
  expect(await returned.count()).toBe(0)
  await syncNow(auditor)
  await goTo(auditor, '/account')
  await auditor.getByRole('button', { name: word('account.signOut'), exact: true }).click()

  // The commune reads the comment; who has answered it is asked no more, and the district has an answer to read.
  auditor = await enter(tablet, 'caominh')
  await goTo(auditor, '/work')
  const said = waiting(auditor).filter({ hasText: 'Gửi kèm sổ kiểm tra tháng 11.' })
  await said.click()
  await comment(auditor, 'Đã gửi sổ hôm nay.')
  await goTo(auditor, '/work')
  await waitUntilStill(auditor)
  expect(await said.count()).toBe(0)
  await syncNow(auditor)
  await syncNow(district)
  await goTo(district, '/work')
  await waiting(district).filter({ hasText: 'Đã gửi sổ hôm nay.' }).waitFor()
  expect([...office.errors(), ...tablet.errors()]).toEqual([])
}, 120_000)
