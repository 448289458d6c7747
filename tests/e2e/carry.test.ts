import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { waitUntil } from '../support/wait-until.ts'
import { openApi } from './support/api.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { carryPage } from './support/carry-page.ts'
import { signIn, waitUntilInstalled } from './support/pages.ts'
import { smallPhoto } from './support/photo.ts'
import { surveyPage } from './support/survey-page.ts'
import { syncNow, waitUntilSynced } from './support/sync-page.ts'
import { readTabletStore } from './support/tablet-store.ts'
import { word } from './support/words.ts'

const author = { username: 'caominh', password: 'iso9001' }
const courier = { username: 'baolam', password: 'iso9001' }
const officer = { username: 'trangdinh', password: 'iso9001' }
const feed = '06010@2017-10-15/unit'
const said = 'Viết ở nơi không có mạng.'

let server: RunningServer
let first: TestBrowser
let second: TestBrowser
let file = ''
let words = ''
beforeAll(async () => {
  server = await startServer()
  first = await openBrowser({ origin: server.origin })
  second = await openBrowser({ origin: server.origin })
}, 120_000)
afterAll(async () => {
  await first?.close().catch(() => undefined)
  await second?.close().catch(() => undefined)
  await server?.stop()
})

const answersOf = async (): Promise<string> => {
  const api = await openApi(server.origin, officer)
  const { pages } = await api.sync({})
  return JSON.stringify(pages.filter(page => page.feed === feed))
}

describe('SY16 work goes from a tablet without a network to the server by another one', () => {
  test('the author makes a file, and everything still waits on the tablet (SY10)', async () => {
    const page: Page = first.page()
    await signIn(page, server.origin, author)
    await waitUntilInstalled(page)
    await waitUntilSynced(page)
    await waitUntil('the key is registered', () => hasRegisteredKey(page))
    await first.context().setOffline(true)
    const survey = surveyPage(page)
    await survey.open()
    await survey.goToSection('s7')
    await survey.answer('s7_note', said)
    await survey.waitUntilSaved('s7_note')
    await survey.goToSection('s0')
    await survey.addPhotos('s0_photo_front', [smallPhoto()])
    await survey.card('s0_photo_front').locator('img').first().waitFor()
    const before = await readTabletStore(page, 'p-caominh')
    const carry = carryPage(page)
    await carry.open()
    const packed = await carry.pack(makeTempFolder('carried'))
    file = packed.file
    words = packed.words
    expect(words.split(' ')).toHaveLength(6)
    expect(readFileSync(file).toString('latin1')).not.toContain('caominh')
    const after = await readTabletStore(page, 'p-caominh')
    expect([after.outbox, after.files.length]).toEqual([before.outbox, before.files.length])
    expect(before.outbox).toBeGreaterThan(1)
    expect(first.errors()).toEqual([])
  })

  test('wrong words and foreign files are told apart, and nothing is kept of them', async () => {
    const page = second.page()
    await signIn(page, server.origin, courier)
    await waitUntilSynced(page)
    const carry = carryPage(page)
    await carry.open()
    await carry.choose(file)
    const [one = '', ...others] = words.split(' ')
    await carry.give(`${one}qx ${others.join(' ')}`)
    await page.getByText(`${one}qx`).waitFor()
    await carry.give([...others, one === 'ba' ? 'bac' : 'ba'].join(' '))
    await page.getByText(word('carry.problem.wrongWords')).waitFor()
    const foreign = join(makeTempFolder('foreign'), 'photo.jpg')
    writeFileSync(foreign, Buffer.alloc(50_000, 7))
    await carry.choose(foreign)
    await carry.give(words)
    await page.getByText(word('carry.problem.foreign')).waitFor()
    expect(await page.getByText(word('carry.list.title')).count()).toBe(0)
  })

  test('another official sees counts, takes it in, and it reaches the server as the author’s', async () => {
    const page = second.page()
    expect(await answersOf()).not.toContain(said)
    const carry = carryPage(page)
    await carry.choose(file)
    await carry.give(words)
    const preview = page.getByRole('region', { name: word('carry.preview.title') })
    await preview.waitFor()
    expect(await preview.innerText()).toContain('Cao Minh')
    expect(await page.locator('main').innerText()).not.toContain(said)
    await preview.getByRole('button', { name: word('carry.take.do'), exact: true }).click()
    await page.getByText(word('carry.list.done')).waitFor({ timeout: 60_000 })
    const answers = await answersOf()
    expect(answers).toContain(said)
    expect(answers).toContain('"p-caominh"')
    expect(answers).not.toContain('"p-baolam"')
    const own = await readTabletStore(page, 'p-baolam')
    expect(JSON.stringify(own.fields)).not.toContain(said)
    expect(own.outbox).toBe(0)
  })

  test('taken in twice it changes nothing', async () => {
    const carry = carryPage(second.page())
    const before = await answersOf()
    await carry.choose(file)
    await carry.give(words)
    await second
      .page()
      .getByRole('button', { name: word('carry.take.do'), exact: true })
      .click()
    await second.page().getByText(word('carry.take.known')).waitFor()
    expect(await answersOf()).toBe(before)
    expect(second.errors()).toEqual([])
  })

  test('when the author has a network again there are only duplicates, and nothing comes twice', async () => {
    const before = await answersOf()
    const page = first.page()
    const answers: string[] = []
    page.on('response', response => {
      if (!response.url().endsWith('/api/sync')) return
      void response
        .json()
        .then((body: { answers: { result: string }[] }) =>
          answers.push(...body.answers.map(({ result }) => result)),
        )
        .catch(() => undefined)
    })
    // Only now: the tablet syncs as soon as it is online.
    await first.context().setOffline(false)
    await syncNow(page)
    await waitUntilSynced(page)
    const { outbox, files } = await readTabletStore(page, 'p-caominh')
    expect(outbox).toBe(0)
    expect(files.map(({ state }) => state)).not.toContain('local')
    await waitUntil('the answers are read', () => answers.length > 1)
    expect(new Set(answers)).toEqual(new Set(['duplicate']))
    expect(await answersOf()).toBe(before)
    expect(first.errors()).toEqual([])
  })
})

const hasRegisteredKey = (page: Page): Promise<true | undefined> =>
  page.evaluate(
    () =>
      new Promise<true | undefined>(resolve => {
        const opening = indexedDB.open('isoxa-person-p-caominh')
        opening.addEventListener('success', () => {
          const db = opening.result
          const asked = db.transaction('meta').objectStore('meta').get('deviceKey')
          asked.addEventListener('success', () => {
            const found = asked.result as { value: { registeredFor: number | null } } | undefined
            db.close()
            resolve(found?.value.registeredFor ? true : undefined)
          })
        })
      }),
  )
