import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { bringOnItsRoad, commune, evaluate } from './support/a-commune-on-its-road.ts'
import { openApi } from './support/api.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { goTo, signIn, waitUntilInstalled, waitUntilStill } from './support/pages.ts'
import { smallPhoto } from './support/photo.ts'
import { syncNow, waitUntilSynced } from './support/sync-page.ts'
import { word } from './support/words.ts'

const password = 'iso9001'
let server: RunningServer
let tablet: TestBrowser
beforeAll(async () => {
  server = await startServer()
  await bringOnItsRoad(server.origin)
  await evaluate(server.origin)
  tablet = await openBrowser({ origin: server.origin, size: 'tabletUpright' })
}, 120_000)
afterAll(async () => {
  await tablet?.close().catch(() => undefined)
  await server?.stop()
})

const button = (page: Page, key: string) => page.getByRole('button', { name: word(key), exact: true })
const today = (): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date()).slice(0, 10)

/** By the road's own link, from the road itself. */
async function openPlace(page: Page, path: string): Promise<void> {
  await goTo(page, '/road')
  await page.locator(`main a[href^="${path}"]`).last().click()
  await page.waitForURL(`**${path}**`)
  await waitUntilStill(page)
}

async function saveArea(page: Page, key: string, text: string): Promise<void> {
  const area = page.getByLabel(word(key), { exact: true })
  await area.fill(text)
  await area.blur()
  // What is saved next to it takes the text along as it is stored.
  const around = area.locator('xpath=ancestor::div[./output][1]')
  await around.getByText(word('common.saved.onTablet'), { exact: true }).waitFor()
}

/** The last of the mandatory documents: approved, then issued with its decision. */
async function issuePolicy(page: Page): Promise<void> {
  await openPlace(page, '/documents')
  await page
    .locator('main')
    .getByRole('button', { name: /^Chính sách chất lượng/u })
    .click()
  await button(page, 'documents.move.approved').click()
  await button(page, 'documents.move.issued').click()
  const dialog = page.locator('dialog[open]')
  await dialog.locator('textarea').fill('16/QĐ-UBND')
  await dialog.locator('input[inputmode=numeric], input[maxlength="10"]').first().fill(today())
  await dialog.getByRole('button', { name: word('common.action.ok'), exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await button(page, 'documents.move.newRevision').waitFor()
}

/** New minutes, filled from what is there; concluded, with a decision that has an owner and a day, and confirmed. */
async function review(page: Page): Promise<void> {
  await openPlace(page, '/road/review')
  await button(page, 'road.review.begin').click()
  await saveArea(page, 'road.review.text.place', 'Hội trường UBND xã')
  await saveArea(page, 'road.review.text.conclusion', 'Hệ thống phù hợp, đầy đủ, có hiệu lực.')
  await button(page, 'road.review.addDecision').click()
  await saveArea(page, 'road.decision.text', 'Phát phiếu lấy ý kiến hằng ngày')
  const owner = page.getByLabel(word('road.decision.owner'), { exact: true })
  await owner.selectOption({ index: 1 })
  await expect.poll(() => owner.inputValue()).not.toBe('')
  await page.getByLabel(word('road.decision.dueOn'), { exact: true }).fill('31/12/2027')
  await page.getByLabel(word('road.decision.dueOn'), { exact: true }).blur()
  await button(page, 'road.review.confirm').click()
  await page
    .locator('dialog[open]')
    .getByRole('button', { name: word('road.review.confirm') })
    .click()
  await page.getByText(word('road.review.confirmedBy').split('}}')[1] ?? '').waitFor()
}

/** Conditions that figures do not show as met are said to be, each with its reason; how many there were. */
async function overrideTheRest(page: Page): Promise<number> {
  await openPlace(page, '/road/readiness')
  await page.getByRole('button', { name: new RegExp(`^${word('road.readiness.openOnly')}`, 'u') }).click()
  const open = page.locator('main ul li button')
  for (let count = 0; ; count++) {
    if ((await open.count()) === 0) return count
    const before = await open.count()
    await open.first().click()
    const dialog = page.locator('dialog[open]')
    await dialog.getByRole('radio', { name: word('road.gate.value.met'), exact: true }).check()
    const reason = dialog.getByLabel(new RegExp(`^${word('road.gate.reason')}`, 'u'))
    await reason.fill('Đoàn đánh giá đã xem đủ tại chỗ; hạn khắc phục được gia hạn.')
    await dialog.getByRole('button', { name: word('common.action.save'), exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.waitForFunction(most => document.querySelectorAll('main ul li button').length < most, before)
  }
}

async function declare(page: Page): Promise<void> {
  await openPlace(page, '/road/declaration')
  await button(page, 'road.declaration.begin').click()
  const effective = page.getByLabel(word('road.declaration.day.effectiveOn'), { exact: true })
  await effective.fill(today())
  await effective.blur()
  await button(page, 'road.declaration.sign').click()
  const pad = page.locator('dialog[open] canvas')
  const box = await pad.boundingBox()
  if (!box) throw new Error('there is nothing to sign on')
  await page.mouse.move(box.x + 30, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + 150, box.y + 70, { steps: 5 })
  await page.mouse.up()
  await page
    .locator('dialog[open]')
    .getByRole('button', { name: word('ui.signature.done'), exact: true })
    .click()
  await page.getByRole('heading', { name: word('road.declaration.after') }).waitFor()
  await saveArea(page, 'road.declaration.text.number', '01/CB-UBND')
  for (const day of ['postedOn', 'sentOn']) {
    const field = page.getByLabel(word(`road.declaration.day.${day}`), { exact: true })
    await field.fill(today())
    await field.blur()
  }
  await page.locator('main input[type=file]').last().setInputFiles(smallPhoto(3))
  await page.locator('main img').first().waitFor()
}

/** A paper saved as DOCX from the dossier: all its XML is well formed; what a reader sees. */
async function saveFromDossier(page: Page, kind: string): Promise<string> {
  await openPlace(page, '/road/dossier')
  await page.locator(`main li a[href^="/papers/${kind}/"]`).first().click()
  await page.locator('article').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'papers.saveDocx').click(),
  ])
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())))
  const parts = Object.entries(files).filter(([name]) => /\.(?:xml|rels)$/u.test(name))
  const broken = await page.evaluate(
    texts =>
      texts.filter(([, text]) =>
        new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror'),
      ),
    parts.map(([name, bytes]) => [name, strFromU8(bytes)] as const),
  )
  expect(broken.map(([name]) => name)).toEqual([])
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(' ')
}

test('a commune goes from survey to declaration without a network and prints its dossier; the server judges it alike', async () => {
  const page = tablet.page()
  page.setDefaultTimeout(15_000)
  await signIn(page, server.origin, { username: 'chutich', password })
  await waitUntilInstalled(page)
  await waitUntilSynced(page)
  await page.context().setOffline(true)

  await issuePolicy(page)
  await review(page)
  const overridden = await overrideTheRest(page)
  expect(overridden).toBeGreaterThan(0)
  expect(overridden).toBeLessThan(6)
  await page.getByText(word('road.readiness.state.ready'), { exact: true }).waitFor()
  await declare(page)
  await openPlace(page, '/road/effectiveness')
  await page.getByText(word('effect.conclusion.verdict.ok'), { exact: true }).waitFor()

  const papers = {
    register: ['DANH MỤC', 'Chính sách chất lượng', '16/QĐ-UBND', '15/QĐ-UBND', 'TL-09'],
    attendance: ['DANH SÁCH', 'Tham dự tập huấn'],
    report: ['BÁO CÁO', '06010/', 'Tài liệu lỗi thời chưa được thu hồi'],
    car: ['PHIẾU YÊU CẦU HÀNH ĐỘNG KHẮC PHỤC', 'Thay bảng niêm yết'],
    review: ['BIÊN BẢN', 'Hội trường UBND xã', 'Phát phiếu lấy ý kiến hằng ngày', 'có hiệu lực.'],
    readiness: ['PHIẾU KIỂM TRA', 'Đủ điều kiện công bố', 'hạn khắc phục được gia hạn'],
    declaration: ['BẢN CÔNG BỐ', 'Chứng thực bản sao từ bản chính', 'CHỦ TỊCH'],
    effectiveness: ['BÁO CÁO', 'Tỷ lệ hồ sơ giải quyết đúng hạn', 'giảm từ 12 xuống 3'],
  }
  for (const [kind, words] of Object.entries(papers)) {
    const read = await saveFromDossier(page, kind)
    expect(read, kind).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    for (const one of words) expect(read, kind).toContain(one)
  }

  await page.context().setOffline(false)
  await syncNow(page)
  const officer = await openApi(server.origin, { username: 'trangdinh', password })
  const answer = await officer.ask('GET', `/api/readiness/${encodeURIComponent(commune)}`)
  const { programmes } = (await answer.json()) as {
    programmes: readonly {
      readonly readiness: string
      readonly gates: readonly { readonly isOverridden: boolean }[]
      readonly steps: readonly { readonly id: string; readonly state: string }[]
    }[]
  }
  const [own] = programmes
  expect(own?.readiness).toBe('ready')
  expect(own?.gates.filter(({ isOverridden }) => isOverridden)).toHaveLength(overridden)
  const stateOf = (id: string) => own?.steps.find(step => step.id === id)?.state
  expect(['s02', 's05', 's07', 's08', 's10', 's12', 's13', 's14', 's15'].map(stateOf)).toEqual(
    Array.from({ length: 9 }, () => 'done'),
  )
  expect(tablet.errors()).toEqual([])
}, 120_000)
