import documentReview from '../../src/content/forms/document-review.json' with { type: 'json' }
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { waitUntil } from '../support/wait-until.ts'
import { openApi } from './support/api.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { keepHeld } from './support/held-here.ts'
import { anOp, heldOf } from './support/held-op.ts'
import { goTo, signIn, waitUntilInstalled } from './support/pages.ts'
import { smallPhoto, phonePhoto } from './support/photo.ts'
import { surveyPage } from './support/survey-page.ts'
import { readFact, syncNow, waitUntilSynced } from './support/sync-page.ts'
import { readTabletStore } from './support/tablet-store.ts'
import { word } from './support/words.ts'

const official = { username: 'khanhlong', password: 'iso9001' }
const question = 's1_villages'
let server: RunningServer
let one: TestBrowser
let two: TestBrowser

beforeAll(async () => {
  server = await startServer()
  one = await openBrowser({ origin: server.origin })
  two = await openBrowser({ origin: server.origin, size: 'phone' })
  for (const tablet of [one, two]) {
    await signIn(tablet.page(), server.origin, official)
    await waitUntilInstalled(tablet.page())
    await waitUntilSynced(tablet.page())
  }
}, 120_000)
afterAll(async () => {
  await one?.close().catch(() => undefined)
  await two?.close().catch(() => undefined)
  await server?.stop()
})

const where = (tablet: TestBrowser) => tablet.page().locator('header [data-whereabouts]')
const isWhere = (tablet: TestBrowser, state: string) =>
  tablet.page().locator(`header [data-whereabouts=${state}]`).waitFor()

async function noteOn(tablet: TestBrowser, text: string): Promise<void> {
  const survey = surveyPage(tablet.page())
  await survey.open()
  await survey.goToSection('s1')
  await survey.card(question).waitFor()
  await survey.note(question, text)
  await survey.waitUntilSaved(question)
}

describe('SY6 one note changed on two tablets without a network', () => {
  test('each says where the form is, and merges without a word what does not clash', async () => {
    await noteOn(one, 'Kho nhỏ, có khoá')
    await syncNow(one.page())
    await isWhere(one, 'atServer')
    await syncNow(two.page())
    await one.context().setOffline(true)
    await two.context().setOffline(true)
    await noteOn(one, 'Kho nhỏ và ẩm, chưa có khoá')
    await surveyPage(one.page()).answer(question, 12)
    await noteOn(two, 'Kho nhỏ và khô ráo, chưa có khoá')
    await isWhere(one, 'onTablet')
    await isWhere(two, 'onTablet')
    await one.context().setOffline(false)
    await syncNow(one.page())
    await two.context().setOffline(false)
    await syncNow(two.page())
    expect(await surveyPage(two.page()).read(question)).toBe(12)
    await isWhere(two, 'atServer')
  })

  test('the sync centre lists it, and leads to the question with both texts and the words marked that differ', async () => {
    const page = one.page()
    await syncNow(page)
    await goTo(page, '/sync')
    const card = page.locator('section').filter({ hasText: word('sync.conflicts.title') })
    await card.getByRole('link').click()
    const banner = surveyPage(page)
      .card(question)
      .getByText(word('responses.conflict.title.samePerson'))
      .locator('xpath=ancestor::*[contains(@class,"banner")][last()]')
    await banner.waitFor()
    expect((await banner.locator('mark').allInnerTexts()).toSorted()).toEqual(['khô ráo', 'ẩm'].toSorted())
    // The tablet learns its own name a moment later.
    await banner.getByText(word('responses.conflict.thisTablet')).waitFor()
    const words = await banner.innerText()
    expect(words).toContain('Kho nhỏ và ẩm, chưa có khoá')
    expect(words).toContain('Kho nhỏ và khô ráo, chưa có khoá')
    expect(words).toContain('Triệu Thị Mai')
    expect(words).toContain(word('responses.conflict.thisTablet'))
    await goTo(two.page(), '/sync')
    const facts = await two.page().locator('dl').innerText()
    const [name] = /[2-9A-Z]{2}-[2-9A-Z]{2}/u.exec(facts) ?? ['none']
    expect(words).toContain(name)
  })

  test('one tap brings the other text back, on both tablets, and the conflict is gone', async () => {
    const page = one.page()
    await page.getByRole('button', { name: word('responses.conflict.restore') }).click()
    await page.getByText(word('responses.conflict.title.samePerson')).waitFor({ state: 'detached' })
    await syncNow(page)
    await syncNow(two.page())
    await waitUntil('the same note on both', async () => {
      const notes = await Promise.all(
        [one, two].map(async tablet => {
          const { fields } = await readTabletStore(tablet.page(), 'p-khanhlong')
          return fields[`notes/${question}`]
        }),
      )
      return notes[0] === 'Kho nhỏ và ẩm, chưa có khoá' && notes[1] === notes[0] ? true : undefined
    })
    await goTo(page, '/sync')
    expect(await page.getByText(word('sync.conflicts.title')).count()).toBe(0)
  })
})

describe('SY6 a row that one tablet removed while the other was filling it', () => {
  const name = 'QT-01 Chứng thực chữ ký'
  const rowName = (tablet: TestBrowser) => tablet.page().locator('[id="q-dr_work_doc@dr_work_docs.1"]')
  let address = ''

  test('is asked of both, while photos that both added to one question merge without a word', async () => {
    await goTo(one.page(), '/work')
    await one
      .page()
      .locator('section')
      .filter({ has: one.page().getByRole('heading', { name: documentReview.title.vi, level: 3 }) })
      .last()
      .getByRole('button', { name: word('work.other.start') })
      .click()
    await one.page().waitForURL('**/responses/*')
    address = `${/^.*\/responses\/[^/]+/u.exec(one.page().url())?.[0]}/dr_work`
    await syncNow(one.page())
    await syncNow(two.page())
    for (const [at, tablet] of [one, two].entries()) {
      await tablet.context().setOffline(true)
      const survey = surveyPage(tablet.page())
      await survey.open()
      await survey.goToSection('s2')
      await survey.addPhotos('s2_store_photo', [smallPhoto(10 + at)])
      await survey.card('s2_store_photo').locator('img').waitFor()
      await tablet.page().goto(address)
      await rowName(tablet).waitFor()
    }
    await two
      .page()
      .getByRole('button', {
        name: word('responses.rows.remove').replace('{{row}}', 'Quy trình được soát xét 1'),
      })
      .click()
    await rowName(two).waitFor({ state: 'detached' })
    await rowName(one).fill(name)
    await rowName(one).blur()
    await waitUntil('saved', async () => {
      const { fields } = await readTabletStore(one.page(), 'p-khanhlong')
      return fields['answers/dr_work_doc@dr_work_docs.1'] === name ? true : undefined
    })
    for (const tablet of [two, one, two]) {
      await tablet.context().setOffline(false)
      await syncNow(tablet.page())
    }
    for (const tablet of [one, two]) {
      await tablet.page().getByText(word('responses.conflict.rowThere')).waitFor()
      expect(await tablet.page().locator('main').innerText()).toContain(name)
    }
    for (const tablet of [one, two]) {
      const survey = surveyPage(tablet.page())
      await survey.open()
      await survey.goToSection('s2')
      await survey.card('s2_store_photo').locator('img').nth(1).waitFor()
    }
  })

  test('stands in the sync centre, and comes back with all that is in it', async () => {
    const page = two.page()
    await goTo(page, '/sync')
    await page
      .locator('section')
      .filter({ hasText: word('sync.conflicts.title') })
      .getByRole('link')
      .click()
    await page.getByRole('button', { name: word('responses.conflict.bringBack') }).click()
    await page.getByText(word('responses.conflict.rowThere')).waitFor({ state: 'detached' })
    await page.goto(address)
    expect(await rowName(two).inputValue()).toBe(name)
    await syncNow(page)
    await syncNow(one.page())
    await one.page().goto(address)
    expect(await rowName(one).inputValue()).toBe(name)
  })
})

describe('SY12 photos that wait', () => {
  const thing = () => two.page().locator('[data-thing]')

  test('without a network the sync centre tells what waits, by form, with each photo', async () => {
    const page = two.page()
    await two.context().setOffline(true)
    const survey = surveyPage(page)
    await survey.open()
    await survey.goToSection('s0')
    await survey.addPhotos('s0_photo_front', [phonePhoto(1), phonePhoto(2)])
    await survey.card('s0_photo_front').locator('img').nth(1).waitFor()
    await isWhere(two, 'onTablet')
    await goTo(page, '/sync')
    await thing().waitFor()
    expect(await readFact(page, 'waitingPhotos')).toBe(4)
    expect(await thing().innerText()).toContain('2 ảnh')
    expect(await thing().innerText()).toContain(word('ui.state.onTablet'))
    await thing().getByRole('button').click()
    await thing().locator('img').nth(1).waitFor()
    expect(await thing().getByText(word('sync.file.waiting')).count()).toBe(2)
    // Nothing here deletes what was not sent (SY10).
    expect(await thing().getByRole('button').allInnerTexts()).not.toContain(word('responses.photo.remove'))
  })

  test('originals wait for Wi-Fi if the person says so; text and thumbnails go at once', async () => {
    const page = two.page()
    await page.getByRole('radio', { name: word('sync.originals.onWifi'), exact: true }).check()
    await page.getByText(word('sync.originals.network.unknown')).waitFor()
    await two.context().setOffline(false)
    await page.getByRole('button', { name: word('sync.now'), exact: true }).click()
    await thing().getByText(word('sync.file.wifiThumbSent')).nth(1).waitFor()
    const { files, outbox } = await readTabletStore(page, 'p-khanhlong')
    expect(outbox).toBe(0)
    const local = files.filter(file => file.state === 'local')
    expect(local).toHaveLength(2)
    expect(local.every(file => !file.isThumb)).toBe(true)
    const officer = await openApi(server.origin, { username: 'trangdinh', password: 'iso9001' })
    for (const { sha256, state } of files.filter(file => file.type === 'image/jpeg')) {
      const answer = await officer.ask('GET', `/api/files/${sha256}`)
      expect(answer.status).toBe(state === 'local' ? 404 : 200)
    }
    const survey = surveyPage(page)
    await survey.open()
    await survey.goToSection('s0')
    await survey.card('s0_photo_front').getByText(word('responses.photo.thumbSent')).nth(1).waitFor()
    expect(await where(two).getAttribute('data-whereabouts')).toBe('onTablet')
  })

  test('the other tablet shows the thumbnails before the originals have left, and says so', async () => {
    const page = one.page()
    const survey = surveyPage(page)
    await syncNow(page)
    await survey.open()
    await survey.goToSection('s0')
    const card = survey.card('s0_photo_front')
    await card.locator('img').nth(1).waitFor()
    const mark = card.getByText(word('responses.photo.thumbAtServer'))
    // Nothing is said of a photo until it is known.
    await mark.nth(1).waitFor()
    expect(await mark.count()).toBe(2)
  })

  test('"send now" lets them go over any network, and the choice stays', async () => {
    const page = two.page()
    await goTo(page, '/sync')
    await page.getByRole('button', { name: word('sync.originals.sendNow') }).click()
    await page.getByText(word('sync.waiting.none')).waitFor({ timeout: 30_000 })
    expect(await readFact(page, 'waitingPhotos')).toBe(0)
    await page.reload()
    await page.getByText(word('sync.originals.network.unknown')).waitFor()
    const survey = surveyPage(page)
    await survey.open()
    await survey.goToSection('s0')
    await survey.addPhotos('s0_photo_front', [smallPhoto(3)])
    await survey.card('s0_photo_front').locator('img').nth(2).waitFor()
    await isWhere(two, 'atServer')
    expect([...one.errors(), ...two.errors()]).toEqual([])
  })
})

test('an answer that the server has not taken is told in the words of its question', async () => {
  const page = one.page()
  const thing = `plan174.survey_baseline.${heldOf.feed.split('/')[0]}`
  const values = { s0_unit: '05998@2017-10-15', s1_class: '2' }
  for (const [id, value] of Object.entries(values)) {
    const op = anOp('test-words', { type: 'response', thing, field: `answers/${id}`, value })
    await keepHeld(page, { op, reason: 'locked' })
  }
  await goTo(page, '/sync')
  const held = page.getByRole('region', { name: word('sync.held.title') })
  const value = held.getByText(`${word('sync.held.value')}: `)
  await value.nth(1).waitFor()
  const said = new Set((await value.allInnerTexts()).map(words => words.split(': ')[1]))
  expect(said).toEqual(new Set(['Loại II', 'Xã Khánh Long']))
})
