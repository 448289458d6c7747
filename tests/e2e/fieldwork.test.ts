import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { auditPage, findAuditUnderway } from './support/audit-page.ts'
import { expectAccessible } from './support/axe.ts'
import { openBrowser, sizes, type TestBrowser } from './support/browser.ts'
import { changeElsewhere } from './support/other-tablet.ts'
import { goTo, signIn, waitUntilInstalled } from './support/pages.ts'
import { smallPhoto } from './support/photo.ts'
import { pill, syncNow } from './support/sync-page.ts'
import { word } from './support/words.ts'
import type { Page } from 'playwright-core'

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
  const requirement = finding.getByRole('textbox', { name: word('auditWork.part.requirement') })
  expect(await requirement.inputValue()).toMatch(/^TCVN ISO 9001:2008, \d\S* \p{L}/u)
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

/** Presses Tab until what has the focus is such an element; by its selector, and by what stands on it. */
async function tabTo(page: Page, selector: string, label = ''): Promise<void> {
  for (let presses = 0; presses < 90; presses++) {
    await page.keyboard.press('Tab')
    const isThere = await page.evaluate(
      ([wanted, text]) => {
        const focused = document.activeElement
        return focused instanceof HTMLElement && focused.matches(wanted) && focused.innerText.includes(text)
      },
      [selector, label] as const,
    )
    if (isThere) return
  }
  throw new Error(`the Tab key never comes to ${selector} ${label}`)
}

test('five items are walked by keyboard alone, with notes and a finding, and a thumb reaches every verdict', async () => {
  const page = browser.page()
  const audit = auditPage(page)
  await page.setViewportSize(sizes.desktop)
  const thing = await findAuditUnderway(page)
  await audit.openWork(thing, '?only=unanswered')

  const walked = ['conform', 'ofi', 'minor', 'na', 'conform'] as const
  const order = ['conform', 'ofi', 'minor', 'major', 'na', 'not_checked']
  const keys: string[] = []
  for (const verdict of walked) {
    // On to the next card: only what is near the screen is drawn, and more of it as the focus goes down.
    await tabTo(page, `article:not([id="check-${keys.at(-1) ?? ''}"]) input[type=radio]`)
    const key = await page.evaluate(() => document.activeElement?.closest('article')?.id ?? '')
    keys.push(key.replace('check-', ''))
    const card = `[id="${key}"]`
    await page.keyboard.press('Space')
    for (let step = 0; step < order.indexOf(verdict); step++) await page.keyboard.press('ArrowRight')
    if (verdict === 'conform') continue
    await tabTo(page, `${card} textarea`)
    await page.keyboard.type(`Ghi ${verdict}`)
    if (verdict !== 'minor') continue
    await tabTo(page, `${card} textarea`)
    await page.keyboard.type('Hồ sơ 12')
    await tabTo(page, `${card} button`, word('auditWork.raise.finding'))
    await page.keyboard.press('Enter')
    await page.locator(`${card} a[href*="/findings?open="]`).waitFor()
  }
  await expectAccessible(page)

  await page.setViewportSize(sizes.phone)
  for (const [at, verdict] of walked.entries()) {
    const key = keys[at] ?? ''
    await audit.openWork(thing, `?check=${encodeURIComponent(key)}`)
    const card = audit.card(key)
    const choice = card.getByRole('radio', { name: word(`audits.verdict.${verdict}`), exact: true })
    expect(await choice.isChecked(), key).toBe(true)
    const notes = await card
      .getByRole('textbox')
      .evaluateAll(boxes => boxes.map(box => (box as HTMLTextAreaElement).value))
    expect(notes.at(0)).toBe(verdict === 'conform' ? undefined : `Ghi ${verdict}`)
  }
  const last = audit.card(keys.at(-1) ?? '')
  const targets = await last.locator('label:has(input[type=radio])').evaluateAll(labels =>
    labels.map(label => {
      const { left, right, height } = label.getBoundingClientRect()
      return left >= 0 && right <= innerWidth && height >= 48
    }),
  )
  expect(targets).toEqual(order.map(() => true))
  await last.getByRole('radio', { name: word('audits.verdict.ofi'), exact: true }).tap()
  // In the middle of the screen, clear of the bars at its edges.
  await last
    .getByRole('textbox')
    .first()
    .evaluate(box => box.scrollIntoView({ block: 'center' }))
  await expectAccessible(page)
  expect(browser.errors()).toEqual([])
}, 60_000)
