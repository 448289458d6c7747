import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerValue } from '../../src/domain/forms/form-version.ts'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { surveyAnswers } from '../support/survey-answers.ts'
import { openApi, type Api } from './support/api.ts'
import { openBrowser, sizes, type TestBrowser } from './support/browser.ts'
import { listJpegSegments } from './support/exif.ts'
import { signIn, waitUntilInstalled } from './support/pages.ts'
import { phonePhoto } from './support/photo.ts'
import { reviewPage } from './support/review-page.ts'
import { questionsOf, surveyForm, surveyPage } from './support/survey-page.ts'
import { pill, readFact, syncNow, waitUntilSynced } from './support/sync-page.ts'
import { readTabletStore, type StoredFile } from './support/tablet-store.ts'
import { word } from './support/words.ts'

const password = 'iso9001'
const official = { username: 'khanhlong', password }
const officer = { username: 'trangdinh', password }
const unit = '05998@2017-10-15'
const feed = `${unit}/unit`
const thing = `plan174.${surveyForm.id}.${unit}`

let server: RunningServer
let tablet: TestBrowser
let desk: TestBrowser
/** What the screen has said is saved: what the kill must not take. */
const saved = new Map<string, AnswerValue>()
let photosBefore: readonly StoredFile[] = []

beforeAll(async () => {
  server = await startServer()
  tablet = await openBrowser({ origin: server.origin })
}, 120_000)
afterAll(async () => {
  await tablet?.close().catch(() => undefined)
  await desk?.close().catch(() => undefined)
  await server?.stop()
})

const survey = () => surveyPage(tablet.page())

/** Taps the answers of a section in the order of the form; each is noted once the tablet has shown "saved". */
async function fill(section: string, from = 0, to = Infinity): Promise<void> {
  const page = survey()
  await page.goToSection(section)
  const asked = questionsOf(section).filter(question => surveyAnswers[question.id] !== undefined)
  for (const { id } of asked.slice(from, to)) {
    const value = surveyAnswers[id]
    if (value === undefined) continue
    await page.answer(id, value)
    await page.waitUntilSaved(id)
    saved.set(id, value)
  }
}

async function addPhoto(question: string, seed: number): Promise<void> {
  const page = survey()
  const count = await page.card(question).locator('img').count()
  await page.addPhotos(question, [phonePhoto(seed)])
  await page.card(question).locator('img').nth(count).waitFor()
  await page.waitUntilSaved(question)
}

/** Kills the browser's whole process tree and starts it anew; the server is dead all the while. */
async function pullThePlug(): Promise<void> {
  await tablet.kill()
  const page = await tablet.reopen()
  await page.goto(server.origin)
  await survey().open()
}

const isOriginal = (file: StoredFile) => !file.isThumb && file.type === 'image/jpeg'
const byHash = (files: readonly StoredFile[]) => files.map(file => file.sha256).toSorted()

async function expectAllSaved(): Promise<void> {
  const { fields } = await readTabletStore(tablet.page(), 'p-khanhlong')
  const kept = Object.fromEntries([...saved.keys()].map(id => [id, fields[`answers/${id}`]]))
  expect(kept).toEqual(Object.fromEntries(saved))
  const page = survey()
  for (const section of surveyForm.sections.map(one => one.id)) {
    const own = questionsOf(section).filter(question => saved.has(question.id))
    if (own.length === 0) continue
    await page.goToSection(section)
    await page.card(own[0]?.id ?? '').waitFor()
    for (const { id } of own) expect(await page.read(id), id).toEqual(saved.get(id))
  }
}

/** Notes at what heights a button has stood, frame by frame. */
function notePlaces(name: string): void {
  const places = new Set<number>()
  Object.assign(globalThis, { places })
  const look = () => {
    const button = [...document.querySelectorAll('main button')].find(one => one.textContent?.includes(name))
    if (button) places.add(Math.round(button.getBoundingClientRect().top))
    requestAnimationFrame(look)
  }
  look()
}

describe('a commune fills the baseline survey without a network, the district reviews it', () => {
  test('after one sign-in the app opens with the server dead and the browser restarted', async () => {
    const page = tablet.page()
    await signIn(page, server.origin, official)
    await waitUntilInstalled(page)
    await page.getByRole('button', { name: word('work.start') }).waitFor()
    await waitUntilSynced(page)
    await server.kill()
    await tablet.close()

    const again = await tablet.reopen()
    await again.setViewportSize(sizes.phone)
    await again.addInitScript(notePlaces, word('work.start'))
    await again.goto(server.origin)
    await again.getByRole('button', { name: word('work.start') }).waitFor()
    await pill(again, 'offline').waitFor()
    // What comes later must not move it from under a finger.
    await again.getByRole('heading', { name: word('work.other.title') }).waitFor()
    expect(await again.evaluate(() => (globalThis as { places?: Set<number> }).places?.size)).toBe(1)
    await again.setViewportSize(sizes.tablet)
    expect(await again.getByText(word('ui.shell.demo')).isVisible()).toBe(true)
  })

  test('SY1 killed in the middle of the survey, the tablet has every answer that had shown "saved"', async () => {
    await survey().open()
    await fill('s0')
    await addPhoto('s0_photo_front', 1)
    for (const section of ['s1', 's2', 's3']) await fill(section)
    await fill('s4', 0, 4)
    // Half typed, not left, and the plug is pulled: this one was promised to nobody.
    await tablet.page().locator('#q-s4_noSignal').pressSequentially('3')
    await tablet.kill()
    const page = await tablet.reopen()
    await page.goto(server.origin)
    await survey().open()
    expect(saved.size).toBeGreaterThanOrEqual(38)
    await expectAllSaved()
  })

  test('skip logic shows and hides questions, and hidden answers come back', async () => {
    const page = survey()
    await page.goToSection('s4')
    await fill('s4')
    expect(await page.card('s4_share_n').isVisible()).toBe(true)
    await page.answer('s4_tablet', 'none')
    await page.card('s4_share_n').waitFor({ state: 'detached' })
    await page.answer('s4_tablet', 'shared')
    await page.card('s4_share_n').waitFor()
    expect(await page.read('s4_share_n')).toBe(surveyAnswers['s4_share_n'])
    await page.waitUntilSaved('s4_tablet')
  })

  test('SY1 killed right after the last "saved", the tablet has all answers, photos and the signature byte for byte', async () => {
    for (const section of ['s5', 's6', 's7']) await fill(section)
    await survey().goToSection('s2')
    await addPhoto('s2_store_photo', 2)
    await survey().goToSection('s7')
    await survey().sign('s7_sign')
    await survey().waitUntilSaved('s7_sign')
    photosBefore = (await readTabletStore(tablet.page(), 'p-khanhlong')).files
    // One more change, and the plug is pulled the moment the screen says that it is saved.
    await survey().answer('s7_leader', 5)
    await survey().waitUntilSaved('s7_leader')
    saved.set('s7_leader', 5)
    await pullThePlug()

    expect(saved.size).toBeGreaterThanOrEqual(60)
    await expectAllSaved()
    const { files } = await readTabletStore(tablet.page(), 'p-khanhlong')
    expect(files.filter(isOriginal)).toHaveLength(2)
    expect(files.filter(file => file.type === 'image/png')).toHaveLength(1)
    expect(byHash(files)).toEqual(byHash(photosBefore))
    for (const file of files) {
      expect(file.foundSha256).toBe(file.sha256)
      const before = photosBefore.find(one => one.sha256 === file.sha256)
      expect(Buffer.compare(file.bytes, before?.bytes ?? Buffer.alloc(0))).toBe(0)
    }
  })

  test('photos are shrunk to 500 KB at most and keep neither place nor name', async () => {
    const { files } = await readTabletStore(tablet.page(), 'p-khanhlong')
    expect(listJpegSegments(phonePhoto(1).buffer)).toContain('e1 Exif')
    for (const file of files.filter(one => one.type === 'image/jpeg')) {
      expect(file.bytes.length).toBeLessThanOrEqual(500_000)
      expect(listJpegSegments(file.bytes).filter(segment => segment.startsWith('e1'))).toEqual([])
      expect(Buffer.from(file.bytes).includes('Exif')).toBe(false)
    }
  })

  test('a survey is sent without a network, and says that it waits on the tablet', async () => {
    // Nothing is left to do but sending: it stands above the score.
    await survey().goToSection('finish')
    const score = tablet.page().getByRole('heading', { name: word('responses.score.title'), exact: true })
    const send = tablet.page().getByRole('button', { name: word('responses.finish.send'), exact: true })
    await send.waitFor()
    expect((await send.boundingBox())?.y).toBeLessThan((await score.boundingBox())?.y ?? 0)
    await survey().send()
    await tablet.page().getByText(word('responses.banner.sentWaiting')).waitFor()
    await tablet.kill()
    const page = await tablet.reopen()
    await page.goto(server.origin)
    await survey().open()
    expect(await page.getByText(word('responses.banner.sentWaiting')).isVisible()).toBe(true)
    expect((await readTabletStore(page, 'p-khanhlong')).outbox).toBeGreaterThan(60)
  })

  test('SY13 the server comes back and all drains without a touch, photos too', async () => {
    const page = tablet.page()
    await server.start()
    await waitUntilSynced(page, 150_000)
    await page.getByText(word('responses.banner.sent')).waitFor()
    const { outbox, held, files } = await readTabletStore(page, 'p-khanhlong')
    expect({ outbox, held }).toEqual({ outbox: 0, held: 0 })
    expect(files.every(file => file.state === 'sent')).toBe(true)

    const api = await openApi(server.origin, official)
    for (const file of files) {
      const answer = await api.ask('GET', `/api/files/${file.sha256}`)
      expect(answer.status).toBe(200)
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256)
    }
  })

  test('the district officer reads it, comments on a question and returns it with a reason', async () => {
    desk = await openBrowser({ origin: server.origin, size: 'desktop' })
    const page = desk.page()
    await signIn(page, server.origin, officer)
    const review = reviewPage(page)
    await review.open('khanh long')
    expect(await page.locator('#question-s3_recv').innerText()).toContain('210')
    await page.locator('#question-s0_photo_front img').waitFor()
    await page.locator('#question-s7_sign img').waitFor()
    await review.comment('s3_recv', 'Số hồ sơ chưa khớp với sổ theo dõi.')
    await review.comment('s0_position', 'Chức vụ này có đúng không?')
    await review.returnFor('Đề nghị rà soát số hồ sơ 3 tháng.')
    await waitUntilSynced(page)
    expect(await page.locator('#question-s3_recv').innerText()).toContain('chưa khớp')
  })

  test('the tablet gets it with the question marked, corrects it and sends it again', async () => {
    const page = tablet.page()
    await syncNow(page)
    await page.getByText('Đề nghị rà soát số hồ sơ 3 tháng.').first().waitFor()
    await survey().open()
    const nextMarked = page.getByRole('button', { name: word('responses.nextReturned'), exact: true })
    const jumpTo = async (question: string) => {
      await nextMarked.click()
      await page.waitForFunction(id => document.activeElement?.closest(`#question-${id}`), question)
    }
    await survey().goToSection('s0')
    for (const question of ['s0_position', 's3_recv', 's0_position', 's3_recv']) await jumpTo(question)
    const card = survey().card('s3_recv')
    await card.getByText(word('responses.returned')).waitFor()
    expect(await card.innerText()).toContain('Số hồ sơ chưa khớp với sổ theo dõi.')
    const other = await survey().card('s3_count').getByText(word('responses.returned')).count()
    expect(other).toBe(0)
    await survey().answer('s3_recv', 224)
    await survey().waitUntilSaved('s3_recv')
    // The one that is corrected is passed by from here on.
    await jumpTo('s0_position')
    await jumpTo('s0_position')
    await survey().send()
    await page.getByText(word('responses.banner.sent')).waitFor({ timeout: 60_000 })
    await waitUntilSynced(page)
    expect((await readTabletStore(page, 'p-khanhlong')).held).toBe(0)
  })

  test('the officer sees what changed and approves', async () => {
    const page = desk.page()
    await syncNow(page)
    const question = page.locator('#question-s3_recv')
    await question.getByText(word('responses.review.changedMark')).waitFor()
    expect(await question.locator('del').innerText()).toBe('210')
    expect(await question.innerText()).toContain('224')
    await page.getByRole('button', { name: word('responses.review.showChanged') }).click()
    expect(await page.locator('[id^=question-]').count()).toBe(1)
    await reviewPage(page).approve()
    await waitUntilSynced(page)
    expect(await page.locator('h1').locator('xpath=ancestor::header').innerText()).toContain(
      word('responses.state.approved'),
    )
  })

  test('the first tablet shows it approved', async () => {
    const page = tablet.page()
    await syncNow(page)
    await page.getByText(word('responses.banner.approved')).waitFor()
    await survey().goToSection('s1')
    expect(await page.locator('#q-s1_villages').isDisabled()).toBe(true)
    await page.goto(`${server.origin}/sync`)
    expect(await readFact(page, 'waitingOps')).toBe(0)
    expect(tablet.errors()).toEqual([])
    expect(desk.errors()).toEqual([])
  })

  describe.each([
    ['the officer of another district', 'caoloc'],
    ['an official of a commune of another district', 'baolam'],
  ])('SY9 %s', (_who, username) => {
    const account = { username, password }

    test('sees nothing of it in the app', async () => {
      const browser = await openBrowser({ origin: server.origin, size: 'desktop' })
      try {
        const page = browser.page()
        await signIn(page, server.origin, account)
        await waitUntilSynced(page)
        expect(await page.locator('main').innerText()).not.toContain('Khánh Long')
        for (const path of [`/review/${thing}`, `/responses/${thing}`]) {
          await page.goto(`${server.origin}${path}`)
          await page.getByText(word('responses.notFound')).waitFor()
        }
        const { fields } = await readTabletStore(page, `p-${username}`)
        expect(Object.keys(fields).length).toBeGreaterThan(0)
        expect(JSON.stringify(fields)).not.toContain(surveyAnswers['s7_note'])
      } finally {
        await browser.close()
      }
    })

    test('gets nothing of it from the API and changes nothing', async () => {
      const api = await openApi(server.origin, account)
      await expectNothing(api)
      const held = await pushInto(api, username)
      expect(held).toEqual([{ result: 'held', reason: 'outOfScope' }])
      const own = await (await openApi(server.origin, official)).sync({})
      const entry = own.pages
        .flatMap(page => (page.feed === feed ? page.entries : []))
        .find(([, , , field]) => field === 'answers/s3_recv')
      expect(entry?.[4]).toBe(224)
    })
  })

  test('SY9 those whose commune it is do get it, so that nothing above is empty by mistake', async () => {
    for (const account of [official, officer]) {
      const api = await openApi(server.origin, account)
      const { pages } = await api.sync({})
      expect(pages.map(page => page.feed)).toContain(feed)
      for (const { sha256 } of photosBefore)
        expect((await api.ask('GET', `/api/files/${sha256}`)).status).toBe(200)
    }
  })

  test('without a session every route answers 401', async () => {
    const paths = ['/api/session', '/api/contacts', '/api/held', `/api/files/${photosBefore[0]?.sha256}`]
    for (const path of paths) expect((await fetch(`${server.origin}${path}`)).status, path).toBe(401)
    const pushed = await fetch(`${server.origin}/api/sync`, { method: 'POST', body: '{}' })
    expect(pushed.status).toBe(401)
  })
})

/** Every route that reads, asked for what belongs to the other commune. */
async function expectNothing(api: Api): Promise<void> {
  const told: string[] = []
  const first = await api.sync({})
  told.push(JSON.stringify(first))
  const known = first.pages[0]
  const again = await api.sync({ cursors: { [feed]: [known?.epoch ?? '', 0] } })
  expect(again.gone).toContain(feed)
  told.push(JSON.stringify({ ...again, gone: [] }))
  for (const path of ['/api/contacts', '/api/held', '/api/session'])
    told.push(await (await api.ask('GET', path)).text())
  for (const text of told) {
    expect(text).not.toContain(thing)
    expect(text).not.toContain(surveyAnswers['s7_note'])
    for (const { sha256 } of photosBefore) expect(text).not.toContain(sha256)
  }
  const contacts = told.at(-3) ?? ''
  expect(contacts).not.toContain(unit)
  expect(photosBefore.length).toBeGreaterThanOrEqual(3)
  for (const { sha256, size, type } of photosBefore) {
    expect((await api.ask('GET', `/api/files/${sha256}`)).status).toBe(404)
    expect((await api.ask('HEAD', `/api/files/${sha256}`)).status).toBe(404)
    const metadata = [`sha256 ${btoa(sha256)}`, `type ${btoa(type)}`].join(',')
    const opened = await api.ask('POST', '/api/files', {
      headers: { 'upload-length': String(size), 'upload-metadata': metadata },
    })
    // To know a hash is not to have the file: the upload begins at nothing.
    expect(opened.headers.get('upload-offset')).toBe('0')
  }
}

async function pushInto(api: Api, username: string): Promise<readonly unknown[]> {
  const device = `test-p-${username}`
  const { answers } = await api.sync({
    ops: [
      {
        id: `intruder-${username}`.padEnd(16, '0'),
        device,
        seq: 1,
        group: 'g',
        feed,
        type: 'response',
        thing,
        field: 'answers/s3_recv',
        value: 1,
        hlc: Date.now() * 1024,
        base: null,
        schema: 1,
      },
    ],
  })
  return answers
}
