import { zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FormVersion } from '../../src/domain/forms/form-version.ts'
import { aForm, aQuestion } from '../support/a-form.ts'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { findDemoAccount } from './support/demo-account.ts'
import { importFile, importForm, toFormFile, type FormFile } from './support/form-file.ts'
import { goTo, signIn } from './support/pages.ts'
import { syncNow, waitUntilSynced } from './support/sync-page.ts'
import { word } from './support/words.ts'

const password = 'iso9001'
const title = { vi: 'Phần 1', en: 'Part 1' }
const v1 = aForm()
const v2 = aForm({ version: '2', sections: [{ id: 's1', title, items: [aQuestion('q1'), aQuestion('q9')] }] })

let server: RunningServer
let desk: TestBrowser
let khanhLong: TestBrowser
let caoMinh: TestBrowser

beforeAll(async () => {
  server = await startServer()
  desk = await openBrowser({ origin: server.origin, size: 'desktop' })
  khanhLong = await openBrowser({ origin: server.origin })
  caoMinh = await openBrowser({ origin: server.origin })
  const coordinator = await findDemoAccount(desk.page(), server.origin, 'provinceCoordinator')
  await signIn(desk.page(), server.origin, coordinator)
  await signIn(khanhLong.page(), server.origin, { username: 'khanhlong', password })
  await signIn(caoMinh.page(), server.origin, { username: 'caominh', password })
}, 240_000)
afterAll(async () => {
  for (const browser of [desk, khanhLong, caoMinh]) await browser?.close().catch(() => undefined)
  await server?.stop()
})

const button = (page: Page, key: string) => page.getByRole('button', { name: word(key), exact: true })
const card = (page: Page, form: FormVersion) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: form.title['vi'] ?? '' }) })
    .last()

/** Through the screen: the file, the preview, the button and the question whether it is meant. */
async function publish(form: FormVersion): Promise<void> {
  const page = desk.page()
  await importForm(page, form)
  await page.locator(`[data-preview=${form.id}]`).waitFor()
  await button(page, 'forms.publish.do').click()
  await page
    .locator('dialog[open]')
    .getByRole('button', { name: word('forms.publish.do') })
    .click()
  await page.waitForURL('**/forms')
  await card(page, form).getByText(word('forms.atServer')).first().waitFor()
  await waitUntilSynced(page)
}

async function begin(page: Page): Promise<void> {
  await goTo(page, '/work')
  await card(page, v1)
    .getByRole('button', { name: word('work.other.start') })
    .click()
  await page.locator('#question-q1').waitFor()
}

const questionsOn = (page: Page): Promise<readonly string[]> =>
  page.locator('[id^=question-]').evaluateAll(cards => cards.map(one => one.id.slice('question-'.length)))

/** A section, and one with a repeat. */
const withRows = aForm({
  version: '4',
  sections: [
    { id: 's1', title: { vi: 'Xã', en: 'Commune' }, items: [aQuestion('q1')] },
    {
      id: 's2',
      title: { vi: 'Các thôn', en: 'Villages' },
      items: [{ type: 'repeat', id: 'thon', label: { vi: 'Thôn', en: 'Village' }, items: [aQuestion('q2')] }],
    },
  ],
})

describe('a form that the province publishes', () => {
  test('reaches the tablets, where an old draft keeps its version and a new one takes the newest', async () => {
    await publish(v1)
    const old = khanhLong.page()
    await syncNow(old)
    await begin(old)
    expect(await questionsOn(old)).toEqual(['q1', 'q2'])
    await old.locator('#q-q2').fill('điền dở')
    await old.locator('#q-q2').blur()
    await syncNow(old)

    await publish(v2)
    await syncNow(old)
    await goTo(old, '/work')
    await card(old, v2).getByRole('link').first().click()
    await old.locator('#question-q1').waitFor()
    expect(await questionsOn(old)).toEqual(['q1', 'q2'])
    expect(await old.locator('#q-q2').inputValue()).toBe('điền dở')

    const fresh = caoMinh.page()
    await syncNow(fresh)
    await begin(fresh)
    expect(await questionsOn(fresh)).toEqual(['q1', 'q9'])
    await fresh.locator('#q-q9').fill('theo mẫu mới')
    await fresh.locator('#q-q9').blur()
    await syncNow(fresh)
    expect(caoMinh.errors()).toEqual([])
    expect(khanhLong.errors()).toEqual([])
  })

  test('is compared with the version before, and takes no name that is taken', async () => {
    const page = desk.page()
    await importForm(page, v2)
    await page.getByText(word('forms.publish.taken').replace('{{version}}', '2')).waitFor()
    expect(await button(page, 'forms.publish.do').isDisabled()).toBe(true)
    await page
      .getByRole('button', { name: word('forms.publish.suggest').replace('{{version}}', '3') })
      .click()
    expect(await button(page, 'forms.publish.do').isEnabled()).toBe(true)
    await page.getByText(word('forms.changes.none')).waitFor()
    await importForm(page, { ...v1, version: '3' })
    await page.getByText(word('forms.changes.added_other').replace('{{count}}', '1')).waitFor()
    await page.getByText(word('forms.changes.removed_other').replace('{{count}}', '1')).waitFor()
  })

  test('is filled in the preview, and nothing of that is saved', async () => {
    const page = desk.page()
    const relevance = "${q1} = 'x'"
    const items = [aQuestion('q1'), aQuestion('q2', { relevance })]
    await importForm(page, aForm({ version: '4', sections: [{ id: 's1', title, items }] }))
    await page.locator('#q-q1').fill('x')
    await page.locator('#question-q2').waitFor()
    await page.locator('#q-q1').blur()
    // As on the tablet: sections with their titles, and rows that are added and taken away.
    await importForm(page, withRows)
    const preview = page.locator('[data-preview]')
    await preview.getByRole('heading', { name: 'Xã', exact: true }).waitFor()
    await preview.getByRole('button', { name: word('responses.next'), exact: true }).click()
    await preview.getByRole('heading', { name: 'Các thôn' }).waitFor()
    const villages = preview.locator('input[id^="q-q2@"]')
    await villages.fill('Nà Lặng')
    await preview.locator('[data-kind=add] button').click()
    await villages.nth(1).fill('Nà Lế')
    expect(await villages.first().inputValue()).toBe('Nà Lặng')
    await syncNow(page)
    await goTo(page, '/forms')
    expect(await page.locator('[data-preview]').count()).toBe(0)
    expect(desk.errors()).toEqual([])
  })
})

const circle = aForm({
  version: '5',
  sections: [
    {
      id: 's1',
      title,
      items: [aQuestion('q1', { relevance: "${q2} = 'x'" }), aQuestion('q2', { relevance: "${q1} = 'x'" })],
    },
  ],
})
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** 80 MB of one letter in 80 KB. */
const bomb = (): FormFile => ({
  name: 'bom.xlsx',
  bytes: zipSync({
    '[Content_Types].xml': bytes('<Types/>'),
    '_rels/.rels': bytes('<Relationships/>'),
    'xl/workbook.xml': new Uint8Array(80 * 1024 * 1024).fill(32),
  }),
})

const badFiles: readonly (readonly [string, string, () => FormFile])[] = [
  [
    'an Excel file of 1997',
    'forms.notRead.legacyXls',
    () => ({
      name: 'cu.xls',
      bytes: new Uint8Array([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        ...Array.from({ length: 4096 }, () => 0),
      ]),
    }),
  ],
  ['a zip that grows a thousand times', 'forms.notRead.ratioTooHigh', bomb],
  [
    'a text',
    'forms.notRead.looksLike.other',
    () => ({ name: 'ghi-chep.txt', bytes: bytes('Danh sách\ncâu hỏi\n') }),
  ],
  [
    'a photo',
    'forms.notRead.looksLike.other',
    () => ({ name: 'anh.xlsx', bytes: new Uint8Array([255, 216, 255, 224, 0, 16]) }),
  ],
]

describe('a file that is no form', () => {
  test.each(badFiles)('%s is told by what to do about it, and nothing is published', async (_, key, make) => {
    const page = desk.page()
    await importFile(page, make())
    await page.getByText(word(key)).waitFor()
    await expectNothingPublished(page)
  })

  test('calculations that wait for each other are told with their cell', async () => {
    const page = desk.page()
    await importFile(page, toFormFile(circle))
    const problem = page.locator('[data-problems=errors]')
    await problem.waitFor()
    expect(await problem.innerText()).toContain('q1 → q2 → q1')
    expect(await problem.innerText()).toMatch(/survey, ô [A-Z]+\d+/u)
    await expectNothingPublished(page)
  })
})

async function expectNothingPublished(page: Page): Promise<void> {
  expect(await button(page, 'forms.publish.do').count()).toBe(0)
  await goTo(page, '/forms')
  expect(await card(page, v1).locator('li').count()).toBe(2)
}
