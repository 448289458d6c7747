import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { auditPage } from './support/audit-page.ts'
import { auditPlanPage } from './support/audit-plan-page.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { enter as enterOn } from './support/enter.ts'
import { goTo, waitUntilStill } from './support/pages.ts'
import { smallPhoto } from './support/photo.ts'
import { pill, syncNow, waitUntilSynced } from './support/sync-page.ts'
import { word } from './support/words.ts'

const password = 'iso9001'
const commune = 'Xã Cao Minh'

let server: RunningServer
let lead: TestBrowser
let member: TestBrowser
beforeAll(async () => {
  server = await startServer()
  ;[lead, member] = await Promise.all([
    openBrowser({ origin: server.origin }),
    openBrowser({ origin: server.origin, size: 'tabletUpright' }),
  ])
}, 120_000)
afterAll(async () => {
  await Promise.all([lead?.close(), member?.close()].map(closing => closing?.catch(() => undefined)))
  await server?.stop()
})

const button = (page: Page, key: string) => page.getByRole('button', { name: word(key), exact: true })

const enter = (browser: TestBrowser, username: string): Promise<Page> =>
  enterOn(browser, server.origin, { username, password })

async function leave(page: Page): Promise<void> {
  await goTo(page, '/account')
  await page.getByRole('button', { name: word('account.signOut'), exact: true }).click()
  await page.locator('input[name=username]').waitFor()
}

/** The app after its tablet went dark, still without a network. */
async function reopen(browser: TestBrowser): Promise<Page> {
  const page = await browser.reopen()
  await page.context().setOffline(true)
  await page.goto(`${server.origin}/audits`)
  await waitUntilStill(page)
  return page
}

/** A network again; a browser that was killed soon after signing in has lost its cookie, and asks for the password. */
async function connect(page: Page): Promise<void> {
  await page.context().setOffline(false)
  await page.reload()
  const again = button(page, 'signIn.again.do')
  await pill(page, 'synced').or(again).first().waitFor({ timeout: 60_000 })
  if ((await again.count()) > 0) {
    await again.click()
    const dialog = page.locator('dialog[open]')
    await dialog.locator('input[name=password]').fill(password)
    await dialog.getByRole('button', { name: word('signIn.again.do') }).click()
  }
  await waitUntilSynced(page)
  await syncNow(page)
}

/** A network again, at a tablet that stayed on. */
async function reconnect(page: Page): Promise<void> {
  await page.context().setOffline(false)
  await syncNow(page)
}

const place = 'Nhà văn hoá thôn Nà Lặng, đường vào bên phải trạm y tế.'

/** Days, place and team of a new audit of the commune, and three areas; settled, whole after a reload. Gives its thing. */
async function plan(page: Page): Promise<string> {
  const { button: planButton, dialog } = auditPlanPage(page)
  await goTo(page, '/audits')
  await planButton('list.new').click()
  await dialog.locator('select').first().selectOption({ label: commune })
  await planButton('new.start').click()
  await page.waitForURL('**/plan')
  const thing = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '')
  expect(await planButton('moves.plan').isDisabled()).toBe(true)
  await page.getByText(word('auditPlan.gap.dates'), { exact: true }).waitFor()
  await page.getByRole('textbox', { name: new RegExp(word('auditPlan.dates.from'), 'u') }).fill('07122026')
  await page.getByRole('textbox', { name: word('auditPlan.dates.place') }).fill(place)
  await planButton('team.choose').click()
  await dialog.getByText('Hoàng Thị Vân').click()
  await dialog.getByRole('button', { name: word('common.action.done') }).click()
  // What nobody of the three areas is asked for goes to the head of the commune.
  await addLine(page, 'leadership', 'Vi Quốc Tuấn', '7.4')
  await addLine(page, 'quality', 'Vi Quốc Tuấn')
  await addLine(page, 'oneStop', 'Hoàng Thị Vân')
  // The lead is in two areas at once: told, and left to them.
  await page.getByText(word('auditPlan.clash.title'), { exact: true }).waitFor()
  await page.locator('[data-saving=saved]').waitFor()
  await page.reload()
  await page.locator('#plan-timetable tbody tr').nth(2).waitFor()
  expect(await page.getByRole('textbox', { name: word('auditPlan.dates.place') }).inputValue()).toBe(place)
  await planButton('moves.plan').click()
  await page.getByText(word('audits.state.planned'), { exact: true }).waitFor()
  return thing
}

async function addLine(page: Page, area: string, auditor: string, clause?: string): Promise<void> {
  const { button: planButton, dialog } = auditPlanPage(page)
  await planButton('timetable.add').click()
  await dialog.locator('select').first().selectOption(area)
  await dialog.getByRole('radio', { name: new RegExp(`^${auditor}`, 'u') }).check()
  if (clause !== undefined) {
    await dialog
      .getByRole('button', { name: new RegExp(`^${word('auditPlan.timetable.clauses')} `, 'u') })
      .click()
    const choices = dialog.last()
    await choices.getByRole('combobox').fill(clause)
    await choices.getByRole('option', { name: new RegExp(`^${clause} `, 'u') }).click()
    await choices.locator('footer button').last().click()
  }
  await planButton('timetable.keep').click()
  await dialog.waitFor({ state: 'detached' })
}

/** The district has the plan as it was made; the way back is theirs, the beginning is not. */
async function lookAtPlan(page: Page, thing: string): Promise<void> {
  await page.goto(`${server.origin}/audits/${encodeURIComponent(thing)}/plan`)
  await page.locator('#plan-timetable tbody tr').nth(2).waitFor()
  expect(await page.getByRole('textbox', { name: word('auditPlan.dates.place') }).inputValue()).toBe(place)
  await auditPlanPage(page).button('moves.change').waitFor()
  expect(await auditPlanPage(page).button('next.begin').count()).toBe(0)
}

async function openAudit(page: Page, thing: string): Promise<void> {
  await page.goto(`${server.origin}/audits/${encodeURIComponent(thing)}`)
  await page.locator('a[href$="/plan"]').first().waitFor()
}

/** Judges every check that has no verdict yet as conforming, down the page, in the page itself; how many there were. */
async function judgeAll(page: Page, search: string, thing: string): Promise<number> {
  await auditPage(page).openWork(thing, search)
  return page.evaluate(async () => {
    const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
    const findOpen = () =>
      document.querySelector<HTMLInputElement>(
        'article:not(:has(input[type=radio]:checked)) input[type=radio]',
      )
    for (let taps = 0; ; taps++) {
      let open = findOpen()
      // Only what is near the screen is drawn, and on a slow machine not at once.
      for (let atEnd = 0; !open && atEnd < 3; open = findOpen()) {
        if (Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight) atEnd++
        scrollBy(0, 3_000)
        await wait(150)
      }
      if (!open) return taps
      open.click()
      await wait(0)
    }
  })
}

/** A verdict with what was found, evidence in words and photos; raised as a finding. */
async function judge(
  page: Page,
  thing: string,
  key: string,
  given: {
    readonly verdict: 'major' | 'minor' | 'ofi' | 'conform'
    readonly note: string
    readonly photos: readonly number[]
  },
): Promise<void> {
  const audit = auditPage(page)
  await audit.openWork(thing, `?check=${encodeURIComponent(key)}`)
  const card = audit.card(key)
  await card.getByRole('radio', { name: word(`audits.verdict.${given.verdict}`), exact: true }).check()
  const names = { major: 'nature', minor: 'nature', ofi: 'advice', conform: 'plain' } as const
  const note = card.getByRole('textbox', {
    name: new RegExp(word(`auditWork.note.${names[given.verdict]}`), 'u'),
  })
  if (!(await note.isVisible()))
    await card.getByRole('button', { name: word('auditWork.more'), exact: true }).click()
  await note.fill(given.note)
  await card
    .getByRole('textbox', { name: new RegExp(`^${word('auditWork.proof')}`, 'u') })
    .fill(`Hồ sơ ${key}`)
  await card.locator('input[type=file][multiple]').setInputFiles(given.photos.map(smallPhoto))
  await card
    .locator('img')
    .nth(given.photos.length - 1)
    .waitFor()
  const raise = given.verdict === 'conform' ? 'auditWork.raise.strength' : 'auditWork.raise.finding'
  await card.getByRole('button', { name: word(raise), exact: true }).click()
  await card.locator('a[href*="/findings?open="]').waitFor()
}

async function sign(page: Page): Promise<void> {
  const pad = page.locator('canvas').last()
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('there is nothing to sign on')
  await page.mouse.move(box.x + 30, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 70, { steps: 4 })
  await page.mouse.move(box.x + 160, box.y + 30, { steps: 4 })
  await page.mouse.up()
  await page
    .getByRole('button', { name: word('ui.signature.done'), exact: true })
    .last()
    .click()
}

/** Findings whose corrective action is gone through. */
const acted = ['Chưa xác định quá trình', 'Sổ tay thiếu phạm vi'] as const

const findingRow = (page: Page, nature: string) =>
  page.locator('main li a[href^="/findings/"]').filter({ hasText: nature })

/** All findings, whoever has the next step. */
async function listAll(page: Page): Promise<void> {
  await goTo(page, '/findings')
  const [mine, open] = (['mine', 'open'] as const).map(filter => word(`findings.filter.${filter}`))
  const chip = { name: new RegExp(`^(?:${mine}|${open})`, 'u') }
  await page.getByRole('button', chip).first().waitFor()
  const pressed = page.getByRole('button', { ...chip, pressed: true })
  if ((await pressed.count()) === 0) return
  await pressed.click()
  await pressed.waitFor({ state: 'detached' })
}

async function openFinding(page: Page, nature: string): Promise<void> {
  await listAll(page)
  await findingRow(page, nature).last().click()
  await page.getByText(word('findings.asked.title'), { exact: true }).waitFor()
}

async function fillPart(page: Page, part: string, text: string): Promise<void> {
  const place = page.locator(`#part-${part}`)
  await place.getByRole('textbox').fill(text)
  await place.getByRole('textbox').blur()
  await place.getByText(word('common.saved.onTablet')).waitFor()
}

async function planAction(page: Page, nature: string): Promise<void> {
  await openFinding(page, nature)
  await fillPart(page, 'correction', 'Sửa ngay')
  await fillPart(page, 'cause', 'Chưa phân công')
  await fillPart(page, 'action', 'Phân công và kiểm tra hằng tháng')
  await page.locator('#part-owner select').selectOption({ label: 'Đàm Văn Lực' })
  await button(page, 'findings.plan.takeDue').click()
  await button(page, 'findings.move.planned').click()
  await page.getByText(word('findings.state.planned'), { exact: true }).first().waitFor()
}

async function doAction(page: Page, nature: string): Promise<void> {
  await openFinding(page, nature)
  await page.locator('#part-doneOn').getByRole('textbox').fill('24112026')
  await page.locator('#part-doneOn').getByRole('textbox').blur()
  await fillPart(page, 'doneNote', 'Đã làm')
  await button(page, 'findings.move.done').click()
  await page.getByText(word('findings.state.done'), { exact: true }).first().waitFor()
}

/** A photo of what was done, with an arrow on it drawn by keyboard; the one that was taken first goes. */
async function showByPhoto(page: Page): Promise<void> {
  const slot = page.locator('#part-doneEvidence')
  await slot.locator('input[type=file][multiple]').setInputFiles([smallPhoto(13)])
  await slot.locator('img').waitFor()
  const before = await slot.locator('img').getAttribute('src')
  await slot.locator('img').click()
  const dialog = page.locator('dialog[open]')
  await dialog.getByRole('button', { name: word('ui.draw.title'), exact: true }).click()
  await dialog.locator('canvas').focus()
  for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Space'])
    await page.keyboard.press(key)
  await dialog.getByRole('button', { name: word('draw.done'), exact: true }).click()
  await slot.locator(`img:not([src="${before}"])`).waitFor()
  expect(await slot.locator('img').count()).toBe(1)
}

async function press(page: Page, nature: string, key: string): Promise<void> {
  await openFinding(page, nature)
  await button(page, key).click()
  await page
    .getByText(word(key.replace('move', 'state')), { exact: true })
    .first()
    .waitFor()
}

async function verifyAndClose(page: Page, nature: string): Promise<void> {
  await openFinding(page, nature)
  await fillPart(page, 'verifyNote', 'Đã xem tại chỗ')
  await button(page, 'findings.move.verified').click()
  await page.getByRole('radio', { name: word('findings.check.effective'), exact: true }).check()
  await button(page, 'findings.move.closed').click()
  await sign(page)
  await page.getByText(word('findings.state.closed'), { exact: true }).first().waitFor()
}

/** Somebody else at a tablet whose auditor goes. */
async function enterOther(browser: TestBrowser, username: string): Promise<Page> {
  await leave(browser.page())
  return enter(browser, username)
}

test('SY1 SY4 two auditors plan and audit a commune offline, sign with its head on one tablet, and its actions are closed', async () => {
  // The head has used this tablet before: it knows their password.
  await enter(lead, 'chutich')
  await leave(lead.page())
  let a = await enter(lead, 'danhgia')
  let b = await enter(member, 'trangdinh')
  // The number of this tablet came with the first sync; from here on it needs nobody.
  await a.context().setOffline(true)
  const thing = await plan(a)
  await reconnect(a)
  await syncNow(b)
  await lookAtPlan(b, thing)
  b = await enterOther(member, 'danhgia2')
  await Promise.all([openAudit(a, thing), openAudit(b, thing)])
  await Promise.all([a.context().setOffline(true), b.context().setOffline(true)])

  // Both begin, each without knowing of the other.
  await button(a, 'auditPlan.next.begin').click()
  await button(b, 'auditPlan.next.begin').click()
  await judge(a, thing, 'ia_4_1_1@leadership', {
    verdict: 'major',
    note: 'Chưa xác định quá trình',
    photos: [1, 2, 3],
  })
  await judge(b, thing, 'ia_4_2_3_2@oneStop', {
    verdict: 'minor',
    note: 'Bản cũ còn trên quầy',
    photos: [4, 5, 6],
  })
  // Power goes at both tablets.
  await lead.kill()
  await member.kill()
  ;[a, b] = await Promise.all([reopen(lead), reopen(member)])
  await judge(a, thing, 'ia_5_1_1@leadership', { verdict: 'ofi', note: 'Nên họp hằng tháng', photos: [7, 8] })
  await judge(a, thing, 'ia_4_2_1_1@quality', {
    verdict: 'minor',
    note: 'Sổ tay thiếu phạm vi',
    photos: [9, 10],
  })
  const [ofA, ofB] = await Promise.all([
    judgeAll(a, '?only=mine', thing),
    judgeAll(b, '?only=mine', thing).then(async taps => {
      await button(b, 'auditWork.finished.do').click()
      await button(b, 'auditWork.finished.undo').waitFor()
      return taps
    }),
  ])
  expect(ofA + ofB).toBeGreaterThan(60)
  await lead.kill()
  a = await reopen(lead)
  await connect(b)
  await connect(a)
  await goTo(a, '/sync')
  expect(await a.getByRole('region', { name: word('sync.held.title') }).count()).toBe(0)

  // What nobody had is done by the lead, with the strength; then nothing is missing.
  await a.context().setOffline(true)
  await judge(a, thing, 'ia_8_2_2_1@quality', {
    verdict: 'conform',
    note: 'Kế hoạch rõ',
    photos: [11, 12],
  })
  await judgeAll(a, '', thing)
  await a.goto(`${server.origin}/audits/${encodeURIComponent(thing)}/closing`)
  await waitUntilStill(a)
  await a.getByText(word('auditReport.gaps.whole'), { exact: true }).waitFor()
  await button(a, 'auditReport.sign.do').click()
  await sign(a)
  await a.getByText(word('auditReport.auditee.title'), { exact: true }).waitFor()

  // The head of the commune, with their own account, on the same tablet, still offline.
  await button(a, 'auditReport.auditee.begin').click()
  const choices = a.getByRole('radio', { name: word('auditReport.receive.accepted'), exact: true })
  expect(await choices.count()).toBe(3)
  for (let at = 0; at < 2; at++) await choices.nth(at).check()
  await a
    .getByRole('radio', { name: word('auditReport.receive.disputed'), exact: true })
    .nth(2)
    .check()
  await a.getByLabel(word('auditReport.receive.reason')).fill('Đã thay bản mới từ tuần trước')
  await a.locator('input[name=auditee-password]').fill('sai')
  await sign(a)
  await a.getByText(word('auditReport.auditee.problem.wrongPassword'), { exact: true }).waitFor()
  await a.locator('input[name=auditee-password]').fill(password)
  await sign(a)
  await a.getByText('Lường Văn Sơn đã ký trên máy này', { exact: false }).waitFor()

  await reconnect(a)
  await leave(a)
  a = await enter(lead, 'chutich')
  // What the head signed at the auditors' tablet travels now.
  await goTo(a, '/sync')
  await syncNow(a)
  expect(await a.getByRole('region', { name: word('sync.held.title') }).count()).toBe(0)

  // The report stands as it was signed; one finding repeats an earlier one; the dispute keeps its words.
  await a.goto(`${server.origin}/reports/${encodeURIComponent(thing.replace('audit.', 'auditReport.'))}`)
  await a.getByText(word('auditReport.asSigned'), { exact: true }).waitFor()
  expect(await a.getByRole('heading', { name: /5 phát hiện/u }).count()).toBe(1)
  await a.getByText('Bên được đánh giá: Đã thay bản mới từ tuần trước').waitFor()
  // Its paper has the photos of all five in its annex.
  await a.locator('main a[href^="/papers/report/"]').click()
  await a.locator('article figure').nth(11).waitFor()
  expect(await a.locator('article figure').count()).toBe(12)
  await listAll(a)
  await findingRow(a, 'Bản cũ còn trên quầy').getByText(word('findings.repeat')).waitFor()
  await leave(a)

  // The commune's official plans two actions without a network; its head approves; they are done, offline again.
  b = await enterOther(member, 'caominh')
  await syncNow(b)
  await b.context().setOffline(true)
  for (const nature of acted) await planAction(b, nature)
  await reconnect(b)
  a = await enter(lead, 'chutich')
  for (const nature of acted) await press(a, nature, 'findings.move.planApproved')
  await syncNow(a)
  await leave(a)
  await syncNow(b)
  await b.context().setOffline(true)
  for (const nature of acted) await doAction(b, nature)
  await reconnect(b)

  // The auditor verifies one and sends one back; what was verified is closed with a signature.
  a = await enter(lead, 'danhgia')
  const [first, second] = acted
  await verifyAndClose(a, first)
  await openFinding(a, second)
  await button(a, 'findings.move.back.planApproved').click()
  await a.getByLabel(word('findings.move.reason')).fill('Ảnh chưa đủ')
  await button(a, 'common.action.ok').click()
  await a.getByText('Ảnh chưa đủ', { exact: true }).waitFor()
  await syncNow(a)
  expect(await a.getByRole('region', { name: word('sync.held.title') }).count()).toBe(0)
  await syncNow(b)
  await openFinding(b, second)
  await b.getByText('Ảnh chưa đủ', { exact: true }).first().waitFor()

  // It is done once more, without a network, and closed later.
  await b.context().setOffline(true)
  await openFinding(b, second)
  await showByPhoto(b)
  await doAction(b, second)
  await reconnect(b)
  await syncNow(a)
  await openFinding(a, second)
  await a.locator('#part-doneEvidence img').waitFor()
  await verifyAndClose(a, second)
  await syncNow(a)
  await leave(a)

  // What was closed comes up again: the head opens it anew, and its owner has it back to plan.
  a = await enter(lead, 'chutich')
  await openFinding(a, first)
  await button(a, 'findings.move.reopened').click()
  await a.getByLabel(word('findings.move.reason')).fill('Lỗi lặp lại sau một tháng')
  await button(a, 'common.action.ok').click()
  await a.getByText(word('findings.state.reopened'), { exact: true }).first().waitFor()
  await syncNow(a)
  await syncNow(b)
  await openFinding(b, second)
  await b.getByText(word('findings.state.closed'), { exact: true }).first().waitFor()
  await openFinding(b, first)
  await b.getByText('Lỗi lặp lại sau một tháng', { exact: true }).first().waitFor()
  await button(b, 'findings.move.planned').waitFor()
  expect(lead.errors().concat(member.errors())).toEqual([])
}, 240_000)
