import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { auditPage, findAuditUnderway } from './support/audit-page.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { changeElsewhere } from './support/other-tablet.ts'
import { goTo, signIn, waitUntilInstalled } from './support/pages.ts'
import { smallPhoto } from './support/photo.ts'
import { pill, syncNow } from './support/sync-page.ts'
import { word } from './support/words.ts'

let server: RunningServer
let browser: TestBrowser
beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser({ origin: server.origin, size: 'phone' })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('an auditor judges by keyboard, offline, and one tap makes a finding with photo and words of it', async () => {
  const page = browser.page()
  await signIn(page, server.origin, { username: 'danhgia', password: 'iso9001' })
  await waitUntilInstalled(page)
  const thing = await findAuditUnderway(page)
  const audit = auditPage(page)
  await audit.openWork(thing, '?only=unanswered mine')
  await pill(page, 'synced').waitFor()
  await page.context().setOffline(true)

  const key = ((await page.locator('article').first().getAttribute('id')) ?? '').replace('check-', '')
  const card = audit.card(key)
  await card.getByRole('radio').first().focus()
  for (const press of ['Space', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(press)
  expect(await card.getByRole('radio', { name: word('audits.verdict.minor'), exact: true }).isChecked()).toBe(
    true,
  )
  await card.getByText(word('auditWork.gap.evidenceMissing')).waitFor()
  await card.getByRole('textbox', { name: word('auditWork.note.nature') }).fill('Thiếu chữ ký người lập')
  await card.locator('input[type=file][multiple]').setInputFiles([smallPhoto(3)])
  await card.locator('img').first().waitFor()
  await card.getByText(word('auditWork.gap.evidenceMissing')).waitFor({ state: 'detached' })
  await card.locator('[data-where=onTablet]').waitFor()

  await card.getByRole('button', { name: word('auditWork.raise.finding'), exact: true }).click()
  await card.locator('a[href*="/findings?open="]').click()
  const finding = page.locator('article').last()
  await finding.locator('img').first().waitFor()
  expect(await finding.getByRole('textbox', { name: word('auditWork.part.nature') }).inputValue()).toBe(
    'Thiếu chữ ký người lập',
  )
  // The same picture: beside its thumbnail once.
  await goTo(page, '/sync')
  const unsent = page.locator('[data-thing]').filter({ hasText: '06022/' })
  await unsent.waitFor()
  await page.context().setOffline(false)
  await syncNow(page)

  await audit.openWork(thing, `?check=${encodeURIComponent(key)}`)
  await audit.card(key).locator('[data-where=atServer]').waitFor()
  const field = `notes/${key}`
  await changeElsewhere(page, 'p-danhgia', { type: 'audit', thing, field, value: 'Thiếu cả ngày tháng' })
  await syncNow(page)
  await audit.openWork(thing, `?check=${encodeURIComponent(key)}`)
  const conflict = audit.card(key).getByText('Thiếu cả ngày tháng', { exact: true }).first()
  await conflict.waitFor()
  await goTo(page, '/sync')
  await page
    .getByRole('region', { name: word('sync.conflicts.title') })
    .getByRole('link')
    .first()
    .click()
  await page.waitForURL(`**/work?check=${encodeURIComponent(key)}`)
  expect(browser.errors()).toEqual([])
}, 60_000)
