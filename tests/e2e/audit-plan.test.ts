import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { auditPlanPage } from './support/audit-plan-page.ts'
import { expectAccessible } from './support/axe.ts'
import { waitUntil } from '../support/wait-until.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { goTo, signIn, waitUntilInstalled, waitUntilStill } from './support/pages.ts'
import { syncNow, waitUntilSynced } from './support/sync-page.ts'
import { word } from './support/words.ts'

let server: RunningServer
let tablet: TestBrowser
beforeAll(async () => {
  server = await startServer()
  tablet = await openBrowser({ origin: server.origin })
}, 120_000)
afterAll(async () => {
  await tablet?.close().catch(() => undefined)
  await server?.stop()
})

const commune = 'Xã Trung Thành'
const place = 'Nhà văn hoá thôn Nà Lặng, đường vào bên phải trạm y tế.'

test('SY1 an audit planned without a network is whole after a reload, and its district sees it once it is sent', async () => {
  const page = tablet.page()
  const plan = auditPlanPage(page)
  await signIn(page, server.origin, { username: 'danhgia', password: 'iso9001' })
  await waitUntilInstalled(page)
  await waitUntilSynced(page)
  // The number of this tablet came with the first sync; from here on it needs nobody.
  await page.context().setOffline(true)
  await goTo(page, '/audits')
  await plan.button('list.new').click()
  await plan.dialog.locator('select').first().selectOption({ label: commune })
  await plan.button('new.start').click()
  await page.waitForURL('**/plan')

  const settle = plan.button('moves.plan')
  expect(await settle.isDisabled()).toBe(true)
  await page.getByText(word('auditPlan.gap.dates'), { exact: true }).waitFor()
  await page.getByRole('textbox', { name: new RegExp(word('auditPlan.dates.from'), 'u') }).fill('07122026')
  await page.getByRole('textbox', { name: word('auditPlan.dates.place') }).fill(place)
  await plan.button('team.choose').click()
  await plan.dialog.getByText('Hoàng Thị Vân').click()
  await plan.dialog.getByRole('button', { name: word('common.action.done') }).click()
  await plan.button('timetable.layOut').click()
  await page.locator('#plan-timetable tbody tr').nth(7).waitFor()
  await page.locator('[data-saving=saved]').waitFor()

  await page.reload()
  await waitUntilStill(page)
  await page.locator('#plan-timetable tbody tr').nth(7).waitFor()
  expect(await page.getByRole('textbox', { name: word('auditPlan.dates.place') }).inputValue()).toBe(place)
  // The page says what is missing; without it a failure would say only that the button is grey.
  const gaps = page.locator('li', { has: plan.button('gap.jump') })
  await waitUntil('a plan from which nothing is missing', async () => (await gaps.count()) === 0).catch(
    async (error: unknown) => {
      throw new Error((await gaps.allInnerTexts()).join('; '), { cause: error })
    },
  )
  await settle.click()
  await page.getByText(word('audits.state.planned'), { exact: true }).waitFor()
  const address = new URL(page.url()).pathname.replace(/\/plan$/u, '')

  await page.context().setOffline(false)
  await page.reload()
  await waitUntilSynced(page)
  const district = await openBrowser({ origin: server.origin })
  try {
    const other = district.page()
    await signIn(other, server.origin, { username: 'trangdinh', password: 'iso9001' })
    await goTo(other, '/audits')
    await other.locator(`a[href="${address}"]`).click()
    await other.locator('a[href$="/plan"]').first().click()
    await other.locator('#plan-timetable tbody tr').nth(7).waitFor()
    expect(await other.getByRole('textbox', { name: word('auditPlan.dates.place') }).inputValue()).toBe(place)
    // They plan, and do not audit: the way back is theirs, the beginning is not.
    await auditPlanPage(other).button('moves.change').waitFor()
    expect(await auditPlanPage(other).button('next.begin').count()).toBe(0)

    // SY6: both change the meeting place, the auditor without a network: both places stand on the plan's page.
    await auditPlanPage(other).button('moves.change').click()
    await other.getByText(word('audits.state.draft'), { exact: true }).waitFor()
    await syncNow(other)
    await syncNow(page)
    await goTo(page, '/audits')
    await page.locator(`a[href="${address}"]`).click()
    await page.locator('a[href$="/plan"]').first().click()
    await page.getByText(word('audits.state.draft'), { exact: true }).waitFor()
    await page.context().setOffline(true)
    const placeOn = (one: typeof page) => one.getByRole('textbox', { name: word('auditPlan.dates.place') })
    const change = async (one: typeof page, words: string): Promise<void> => {
      await placeOn(one).fill(words)
      await one.locator('[data-saving=saved]').waitFor()
    }
    await goTo(other, '/audits')
    await other.locator(`a[href="${address}"]`).click()
    await other.locator('a[href$="/plan"]').first().click()
    await change(other, 'Hội trường UBND huyện')
    await syncNow(other)
    await change(page, 'Trạm y tế xã')
    await page.context().setOffline(false)
    await syncNow(page)
    await goTo(page, '/sync')
    await page.locator(`main a[href="${address}/plan"]`).click()
    await page.getByText('Hội trường UBND huyện', { exact: true }).waitFor()
    const kept = await placeOn(page).inputValue()
    await expectAccessible(page)
    await page.getByRole('button', { name: word('responses.conflict.restore'), exact: true }).click()
    await page
      .getByRole('button', { name: word('responses.conflict.restore'), exact: true })
      .waitFor({ state: 'detached' })
    expect([kept, await placeOn(page).inputValue()].sort()).toEqual(['Hội trường UBND huyện', 'Trạm y tế xã'])
  } finally {
    await district.close()
  }
}, 90_000)
