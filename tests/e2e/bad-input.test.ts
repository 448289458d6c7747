import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { longestText } from '../../src/domain/responses/response.ts'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { openCaptivePortal } from './support/captive-portal.ts'
import { goTo, signIn, waitUntilInstalled } from './support/pages.ts'
import { cutPhoto, fortyMegapixelPhoto, textNamedJpg, type PhotoFile } from './support/photo.ts'
import { openStubServer } from './support/stub-server.ts'
import { surveyPage } from './support/survey-page.ts'
import { pill, readFact, waitUntilSynced } from './support/sync-page.ts'
import { readTabletStore } from './support/tablet-store.ts'
import { word } from './support/words.ts'

const account = { username: 'caominh', password: 'iso9001' }
const person = 'p-caominh'
const huge = 'Dán nhầm cả tệp. '.repeat(330_000).slice(0, 5 * 1024 * 1024)
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

const page = () => tablet.page()
const survey = () => surveyPage(page())
const store = () => readTabletStore(page(), person)
const button = (key: string) => page().getByRole('button', { name: word(key), exact: true })

async function answerNote(text: string): Promise<void> {
  await goTo(page(), '/work')
  await survey().open()
  await survey().goToSection('s7')
  await survey().answer('s7_note', text)
  await survey().waitUntilSaved('s7_note')
}

/** Tries to sync by hand and waits for the words about what came of it. */
async function expectTrouble(problem: string): Promise<void> {
  await goTo(page(), '/sync')
  await button('sync.now').click()
  await page()
    .getByText(word(`sync.problem.${problem}`))
    .waitFor()
}

describe('bad input has a clear message and loses nothing', () => {
  test('a wrong password and an unknown name get the same words', async () => {
    await page().goto(server.origin)
    for (const tried of [
      { username: 'caominh', password: 'iso9002' },
      { username: 'nobody', password: 'iso9001' },
    ]) {
      await page().locator('input[name=username]').fill(tried.username)
      await page().locator('input[name=password]').fill(tried.password)
      await button('signIn.do').click()
      await page()
        .getByRole('alert')
        .filter({ hasText: word('signIn.error.wrongPassword') })
        .waitFor()
      expect(await page().locator('input[name=password]').isVisible()).toBe(true)
      await page().reload()
    }
    await signIn(page(), server.origin, account)
    await waitUntilInstalled(page())
    await waitUntilSynced(page())
  })

  test('SY10 a session that ended asks for the password, keeps the outbox and sends it afterwards', async () => {
    await tablet.context().clearCookies()
    await answerNote('Ghi sau khi phiên hết hạn.')
    await page().getByText(word('signIn.again.title')).first().waitFor()
    await pill(page(), 'signIn').waitFor()
    expect((await store()).outbox).toBe(1)
    expect(await survey().whereabouts('s7_note')).toBe('onTablet')

    await button('signIn.again.do').click()
    const dialog = page().locator('dialog[open]')
    expect(await dialog.locator('input[name=username]').inputValue()).toBe('caominh')
    await dialog.locator('input[name=password]').fill('wrong')
    await dialog.getByRole('button', { name: word('signIn.again.do') }).click()
    await dialog.getByText(word('signIn.error.wrongPassword')).waitFor()
    expect((await store()).outbox).toBe(1)
    await dialog.locator('input[name=password]').fill(account.password)
    await dialog.getByRole('button', { name: word('signIn.again.do') }).click()
    await dialog.waitFor({ state: 'detached' })
    await waitUntilSynced(page())
    expect((await store()).outbox).toBe(0)
    expect(await survey().read('s7_note')).toBe('Ghi sau khi phiên hết hạn.')
    expect(await page().getByText(word('signIn.again.title')).count()).toBe(0)
  })

  test('SY13 a Wi-Fi portal that answers 200 with a page is named, and nothing counts as sent', async () => {
    await server.kill()
    const portal = await openCaptivePortal(server.port)
    await answerNote('Ghi sau cổng Wi-Fi.')
    await expectTrouble('notOurServer')
    expect(word('sync.problem.notOurServer')).toContain('Wi-Fi')
    expect(portal.asked()).toContain('/api/sync')
    expect(await readFact(page(), 'waitingOps')).toBe(1)
    expect(await pill(page(), 'synced').count()).toBe(0)
    expect((await store()).outbox).toBe(1)
    await survey().open()
    await survey().goToSection('s7')
    expect(await survey().whereabouts('s7_note')).toBe('onTablet')
    // The app starts behind the portal too: the page is the tablet's own.
    await page().reload()
    await page().locator('#q-s7_note').waitFor()
    expect(await survey().read('s7_note')).toBe('Ghi sau cổng Wi-Fi.')

    await portal.close()
    await server.start()
    await waitUntilSynced(page(), 120_000)
    expect((await store()).outbox).toBe(0)
  })

  test('SY13 a portal says at sign-in, too, that it is not our server', async () => {
    const browser = await openBrowser({ origin: server.origin })
    try {
      await browser.page().goto(server.origin)
      await browser.page().locator('input[name=username]').fill('baolam')
      await browser.page().locator('input[name=password]').fill('iso9001')
      await server.kill()
      const portal = await openCaptivePortal(server.port)
      await browser
        .page()
        .getByRole('button', { name: word('signIn.do'), exact: true })
        .click()
      await browser.page().getByText(word('signIn.error.notOurServer')).waitFor()
      expect(portal.asked()).toContain('/api/session')
      await portal.close()
    } finally {
      await browser.close()
      await server.start()
    }
  })

  test('a server whose disk is full is named, the outbox stays and goes out later', async () => {
    await waitUntilSynced(page(), 120_000)
    await server.kill()
    const body = JSON.stringify({ error: { type: 'serverFull' } })
    const full = await openStubServer(server.port, { status: 507, type: 'application/json', body })
    await answerNote('Ghi khi máy chủ đầy.')
    await expectTrouble('serverFull')
    expect(full.asked()).toContain('/api/sync')
    expect(await readFact(page(), 'waitingOps')).toBe(1)
    expect((await store()).outbox).toBe(1)
    await full.close()
    await server.start()
    await button('sync.now').click()
    await waitUntilSynced(page(), 120_000)
    expect((await store()).outbox).toBe(0)
  })

  test('a text of 5 MB is refused with words, and what was saved before stays', async () => {
    await answerNote('Bản ngắn đã lưu.')
    const field = page().locator('#q-s7_note')
    await survey().paste(field, huge)
    await survey()
      .card('s7_note')
      .getByText(word('ui.text.pasteTooLong').split('{{')[0] ?? '')
      .waitFor()
    expect(await survey().card('s7_note').innerText()).toContain(huge.length.toLocaleString('vi-VN'))
    expect(await survey().read('s7_note')).toBe('Bản ngắn đã lưu.')
    await page().locator('h1').click()
    expect((await store()).fields['answers/s7_note']).toBe('Bản ngắn đã lưu.')
  })

  test('a text longer than an answer may be stays on the screen to be shortened', async () => {
    const long = huge.slice(0, longestText + 1)
    const tooLong = word('responses.problem.tooLong').split('{{')[0] ?? ''
    await survey().paste(page().locator('#q-s7_note'), long)
    await survey().card('s7_note').getByText(tooLong).waitFor()
    expect(await survey().card('s7_note').innerText()).toContain(longestText.toLocaleString('vi-VN'))
    expect((await store()).fields['answers/s7_note']).toBe('Bản ngắn đã lưu.')
    expect((await survey().read('s7_note'))?.toString().length).toBe(long.length)
    await survey().answer('s7_note', long.slice(0, -1))
    await survey().waitUntilSaved('s7_note')
    expect((await store()).fields['answers/s7_note']).toBe(long.slice(0, -1))
    await waitUntilSynced(page(), 120_000)
  })

  test('a note too long is refused with words that stay as long as the text does', async () => {
    const tooLong = word('responses.note.tooLong')
    const card = survey().card('s7_trained')
    await survey().note('s7_trained', 'Ghi chú ngắn.')
    await survey().waitUntilSaved('s7_trained')
    const field = await survey().noteField('s7_trained')
    await survey().paste(field, huge)
    await card.getByText(word('ui.text.pasteTooLong').split('{{')[0] ?? '').waitFor()
    expect(await field.inputValue()).toBe('Ghi chú ngắn.')
    await survey().paste(field, huge.slice(0, longestText + 1))
    await card.getByText(tooLong).waitFor()
    await page().locator('h1').click()
    expect(await card.getByText(tooLong).isVisible()).toBe(true)
    expect((await store()).fields['notes/s7_trained']).toBe('Ghi chú ngắn.')
    await survey().note('s7_trained', 'Ghi chú ngắn hơn.')
    await survey().waitUntilSaved('s7_trained')
    expect((await store()).fields['notes/s7_trained']).toBe('Ghi chú ngắn hơn.')
  })

  test.each([
    ['a text named .jpg', textNamedJpg],
    ['a photo whose second half is missing', cutPhoto],
  ] as [string, () => PhotoFile][])('%s is no photo, and is told so', async (_name, make) => {
    await survey().goToSection('s0')
    const filesBefore = (await store()).files.length
    await survey().addPhotos('s0_photo_front', [make()])
    const message = page()
      .getByRole('alert')
      .filter({ hasText: word('responses.photo.notAnImage') })
    await message.waitFor()
    expect((await store()).files.length).toBe(filesBefore)
    expect(await survey().card('s0_photo_front').locator('img').count()).toBe(0)
    await message.getByRole('button', { name: word('ui.dialog.close') }).click()
    await message.waitFor({ state: 'detached' })
  })

  test('a photo of 40 megapixels is shrunk like any other', async () => {
    await survey().addPhotos('s0_photo_front', [fortyMegapixelPhoto()])
    await survey().card('s0_photo_front').locator('img').waitFor()
    const originals = (await store()).files.filter(file => !file.isThumb)
    expect(originals).toHaveLength(1)
    expect(originals[0]?.bytes.length).toBeLessThanOrEqual(500_000)
    await waitUntilSynced(page(), 120_000)
    expect(tablet.errors()).toEqual([])
  })
})
