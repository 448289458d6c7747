import { zipSync } from 'fflate'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWorkbook } from '../../src/lib/workbook/write-workbook.ts'
import type { Cell } from '../../src/lib/workbook/workbook.ts'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { waitUntil } from '../support/wait-until.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { findDemoAccount } from './support/demo-account.ts'
import { importFile, type FormFile } from './support/form-file.ts'
import { signIn } from './support/pages.ts'
import { word } from './support/words.ts'

const script = '<script>globalThis.hacked = 1</script>'
const image = '<img src="x" onerror="globalThis.hacked = 2">'
const arabic = 'ما هو اسمك؟'
const hebrew = 'כן'
const nfd = (text: string): string => text.normalize('NFD')

const survey: readonly (readonly Cell[])[] = [
  ['type', 'name', 'label', 'hint', 'choice_filter'],
  ['text', 'script', script, image, null],
  ['text', 'controls', 'Họ\u0007 và\u001b tên', null, null],
  ['text', 'arabic', arabic, null, null],
  ['select_one hebrew', 'hebrew', 'Chọn', null, null],
  ['select_one thon', 'thon', 'Thôn', null, null],
  ['select_one xa', 'xa', 'Xã', null, null],
  ['select_one to', 'to', 'Tổ', null, 'xa = ${xa}'],
]
const list = (name: string, count: number, label: string): readonly (readonly Cell[])[] =>
  Array.from({ length: count }, (_, at) => [name, `${name}${at}`, `${label} ${at}`, `xa${at % 10}`])

const oddForm = (): FormFile => {
  const choices: readonly (readonly Cell[])[] = [
    ['list_name', 'name', 'label', 'xa'],
    ['hebrew', 'a', hebrew, null],
    ['hebrew', 'b', `Có ${script}`, null],
    ...list('thon', 10_000, nfd('Thôn Nà Lế')),
    ...list('xa', 10, 'Xã'),
    ...list('to', 3_000, 'Tổ'),
  ]
  const settings = [
    ['form_title', 'form_id', 'version'],
    [`Phiếu ${script}`, 'odd', '1'],
  ]
  const sheets = Object.entries({ survey, choices, settings }).map(([name, rows]) => ({ name, rows }))
  return { name: 'la.xlsx', bytes: writeWorkbook({ sheets }) }
}

let server: RunningServer
let desk: TestBrowser

beforeAll(async () => {
  server = await startServer()
  desk = await openBrowser({ origin: server.origin, size: 'desktop' })
  const coordinator = await findDemoAccount(desk.page(), server.origin, 'provinceCoordinator')
  await signIn(desk.page(), server.origin, coordinator)
  await importFile(desk.page(), oddForm())
  await desk.page().locator('[data-preview=odd] #question-to').waitFor()
}, 240_000)
afterAll(async () => {
  await desk?.close().catch(() => undefined)
  await server?.stop()
})

const page = () => desk.page()
const directionOf = (words: Locator): Promise<string> =>
  words.evaluate(element => getComputedStyle(element).direction)

test('markup in labels, hints, choices and the title is shown as it is written and never run', async () => {
  const preview = page().locator('[data-preview=odd]')
  const shown = await preview.innerText()
  for (const words of [script, image, `Có ${script}`]) expect(shown).toContain(words)
  expect(
    await page()
      .getByRole('heading', { name: `Phiếu ${script}` })
      .count(),
  ).toBeGreaterThan(0)
  expect(await preview.locator('script, img').count()).toBe(0)
  expect(await page().evaluate(() => 'hacked' in globalThis)).toBe(false)
})

test('control characters are left out, and the cell is named', async () => {
  const warnings = await page().locator('[data-problems=warnings]').innerText()
  expect(warnings).toContain(
    word('xlsform.place.cell').replace('{{sheet}}', 'survey').replace('{{cell}}', 'C3'),
  )
  expect(warnings).toContain(word('xlsform.problem.controlCharacters'))
  expect(await page().locator('#q-controls-label').innerText()).toBe('Họ và tên')
})

test('words that run from right to left do so, and leave those around them alone', async () => {
  expect(await directionOf(page().locator('#q-arabic-label'))).toBe('rtl')
  expect(await directionOf(page().locator('#q-script-label'))).toBe('ltr')
  const choices = page().locator('#q-hebrew label > span')
  expect(await directionOf(choices.first())).toBe('rtl')
  expect(await directionOf(choices.last())).toBe('ltr')
  await page().locator('#q-arabic').fill('مرحبا')
  expect(await directionOf(page().locator('#q-arabic'))).toBe('rtl')
})

test('10,000 choices are searched as one types, however the letters are put together', async () => {
  await page().locator('#q-thon').click()
  const dialog = page().locator('dialog[open]')
  const options = dialog.getByRole('option')
  await options.first().waitFor()
  expect(await options.count()).toBeLessThan(60)
  expect(await options.first().getAttribute('aria-setsize')).toBe('10000')
  for (const query of ['nà lế 9876', nfd('nà lế 9876'), 'na le 9876']) {
    await dialog.locator('input').fill(query)
    await waitUntil('one choice', async () => (await options.count()) === 1)
    await dialog.locator('input').fill('')
    await waitUntil(
      'all choices',
      async () => (await options.first().getAttribute('aria-setsize')) === '10000',
    )
  }
  await dialog.locator('input').fill('9876')
  await waitUntil('one choice', async () => (await options.count()) === 1)
  await options.first().click()
  await dialog.waitFor({ state: 'detached' })
  expect(await page().locator('#q-thon').innerText()).toBe('Thôn Nà Lế 9876')
})

test('of 3,000 choices a cascade offers those of what was chosen above', async () => {
  await page().locator('#q-xa label').nth(7).click()
  await page().locator('#q-to').click()
  const dialog = page().locator('dialog[open]')
  await dialog.getByRole('option').first().waitFor()
  expect(await dialog.getByRole('option').first().getAttribute('aria-setsize')).toBe('300')
  expect(await dialog.getByRole('option').first().innerText()).toBe('Tổ 7')
  await page().keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(desk.errors()).toEqual([])
})

test('a zip bomb is refused in a moment, and the page stays alive meanwhile', async () => {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words)
  const bytes = zipSync({
    '[Content_Types].xml': text('<Types/>'),
    '_rels/.rels': text('<Relationships/>'),
    'xl/workbook.xml': new Uint8Array(200 * 1024 * 1024).fill(32),
  })
  await page().evaluate(() => {
    const held = { longestMs: 0 }
    let before = performance.now()
    const tick = () => {
      held.longestMs = Math.max(held.longestMs, performance.now() - before)
      before = performance.now()
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(globalThis, { held })
  })
  await page()
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'bom.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  const startedAt = performance.now()
  await page().getByText(word('forms.notRead.ratioTooHigh')).waitFor()
  // A second on a machine of its own.
  expect(performance.now() - startedAt).toBeLessThan(5_000)
  const held = await page().evaluate(() => (globalThis as unknown as { held: { longestMs: number } }).held)
  expect(held.longestMs).toBeLessThan(2_000)
})
