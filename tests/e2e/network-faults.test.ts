import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openFaultyProxy, type Fault, type FaultyProxy } from '../support/faulty-proxy.ts'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { waitUntil } from '../support/wait-until.ts'
import { openApi } from './support/api.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { signIn, waitUntilInstalled } from './support/pages.ts'
import { phonePhoto, smallPhoto, type PhotoFile } from './support/photo.ts'
import { readAtServer } from './support/read-at-server.ts'
import { surveyPage } from './support/survey-page.ts'
import { waitUntilSynced } from './support/sync-page.ts'
import { readTabletStore } from './support/tablet-store.ts'
import { word } from './support/words.ts'

const account = { username: 'caominh', password: 'iso9001' }
const person = 'p-caominh'

let server: RunningServer
let proxy: FaultyProxy
let tablet: TestBrowser
let count = 0

beforeAll(async () => {
  proxy = await openFaultyProxy(() => server.port)
  server = await startServer({ env: { ISOXA_ORIGIN: proxy.origin } })
  tablet = await openBrowser({ origin: proxy.origin })
  const page = tablet.page()
  await signIn(page, proxy.origin, account)
  await waitUntilInstalled(page)
  await waitUntilSynced(page)
  await page.reload()
  await surveyPage(page).open()
}, 120_000)
afterAll(async () => {
  await tablet?.close().catch(() => undefined)
  proxy?.close()
  await server?.stop()
})
beforeEach(() => {
  count += 1
})

/** Text and a photo, saved on the tablet while the network has a fault. */
async function saveUnder(fault: Fault, photo: PhotoFile) {
  const survey = surveyPage(tablet.page())
  proxy.set(fault)
  const text = `Lỗi mạng thứ ${count}`
  await survey.goToSection('s7')
  await survey.answer('s7_note', text)
  await survey.waitUntilSaved('s7_note')
  const before = (await readTabletStore(tablet.page(), person)).files.length
  // A question takes ten photos.
  const [section, question] =
    count % 2 === 0 ? (['s3', 's3_posted_photo'] as const) : (['s2', 's2_store_photo'] as const)
  await survey.goToSection(section)
  await survey.addPhotos(question, [photo])
  await waitUntil('the photo on the tablet', async () => {
    const { files } = await readTabletStore(tablet.page(), person)
    return files.length === before + 2
  })
  return text
}

const listLocal = async (): Promise<readonly string[]> =>
  (await readTabletStore(tablet.page(), person)).files
    .filter(file => file.state === 'local')
    .map(file => file.sha256)

/** The network is well again: a person would not wait for the timer, and brings the page back. */
async function heal(): Promise<void> {
  proxy.set({ type: 'none' })
  await tablet.page().evaluate(() => globalThis.dispatchEvent(new Event('online')))
  await waitUntilSynced(tablet.page(), 120_000)
}

/** All of the tablet's files are at the server under their hash. */
async function mustHaveArrived(text: string): Promise<void> {
  expect((await readAtServer(server.origin)).get('answers/s7_note')).toBe(text)
  const { files, outbox, held } = await readTabletStore(tablet.page(), person)
  expect([outbox, held, files.filter(file => file.state !== 'sent').length]).toEqual([0, 0, 0])
  const api = await openApi(server.origin, account)
  for (const { sha256, bytes } of files) {
    const answer = await api.ask('GET', `/api/files/${sha256}`)
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
  }
}

describe('SY13 nothing is called sent that did not arrive, and all of it arrives once the network is well', () => {
  const page413 = { status: 413, body: '<h1>Request Entity Too Large</h1>' }
  const faults: readonly (readonly [string, Fault])[] = [
    [
      'a Wi-Fi portal answers 200 with a page',
      { type: 'answered', status: 200, body: '<h1>Mời đăng nhập</h1>' },
    ],
    ['a proxy answers 413', { type: 'answered', ...page413 }],
    ['a proxy answers 429', { type: 'answered', status: 429, headers: 'retry-after: 1\r\n' }],
    ['a proxy answers 502', { type: 'answered', status: 502, body: '<h1>Bad Gateway</h1>' }],
    ['a proxy answers 503', { type: 'answered', status: 503, headers: 'retry-after: 1\r\n' }],
    ['connections stay open and nothing passes', { type: 'halfClosed' }],
    ['connections break at once', { type: 'cut', afterBytes: 0 }],
    ['connections break in the middle of a request', { type: 'cut', afterBytes: 700 }],
  ]

  test.each(faults)('%s', async (_, fault) => {
    const text = await saveUnder(fault, smallPhoto(count))
    await waitUntil('the fault was met', () => proxy.hits() > 0)
    const survey = surveyPage(tablet.page())
    expect(await listLocal()).toHaveLength(2)
    await survey.goToSection('s7')
    expect(await survey.whereabouts('s7_note')).toBe('onTablet')
    expect((await readAtServer(server.origin)).get('answers/s7_note')).not.toBe(text)
    await heal()
    expect(await survey.whereabouts('s7_note')).toBe('atServer')
    await mustHaveArrived(text)
  })

  test('SY3 the server hears all and none of its answers come back: nothing is there twice', async () => {
    const text = await saveUnder({ type: 'answersLost' }, smallPhoto(count))
    await waitUntil(
      'the server has it',
      async () => (await readAtServer(server.origin)).get('answers/s7_note') === text,
    )
    const survey = surveyPage(tablet.page())
    await survey.goToSection('s7')
    expect(await survey.whereabouts('s7_note')).toBe('onTablet')
    const before = [...(await readAtServer(server.origin)).keys()].length
    await heal()
    await mustHaveArrived(text)
    const after = [...(await readAtServer(server.origin)).keys()]
    expect(after.filter(field => field.startsWith('conflicts/'))).toEqual([])
    expect(after).toHaveLength(before)
  })

  test('SY12 each connection breaks after 60 KB: the photo arrives all the same, piece by piece', async () => {
    const text = await saveUnder({ type: 'cut', afterBytes: 60_000 }, phonePhoto(count))
    const size = (await readTabletStore(tablet.page(), person)).files.reduce(
      (sum, file) => sum + (file.state === 'sent' ? 0 : file.size),
      0,
    )
    expect(size).toBeGreaterThan(200_000)
    await waitUntil(
      'the photo is there though the line breaks again and again',
      async () => {
        await tablet.page().evaluate(() => globalThis.dispatchEvent(new Event('online')))
        return (await listLocal()).length === 0
      },
      { timeoutMs: 90_000, everyMs: 500 },
    )
    expect(proxy.hits()).toBeGreaterThan(2)
    await heal()
    await mustHaveArrived(text)
  })

  test('over a 2G line text goes first, and the photo follows', async () => {
    const fault: Fault = { type: 'slow', latencyMs: 400, upBytesPerSecond: 6_250 }
    const text = await saveUnder(fault, smallPhoto(count))
    await waitUntil(
      'the text is there',
      async () => (await readAtServer(server.origin)).get('answers/s7_note') === text,
    )
    await waitUntil('the photo is there', async () => (await listLocal()).length === 0, { timeoutMs: 90_000 })
    await heal()
    await mustHaveArrived(text)
  })
})

test('a question with photos stays where it is drawn: no tap is lost to what is known a moment later', async () => {
  const page = tablet.page()
  const survey = surveyPage(page)
  await survey.goToSection('s7')
  await page.evaluate(() => {
    const seen = new Set<number>()
    Object.assign(globalThis, { seenHeights: seen })
    const look = () => {
      const card = document.querySelector('#question-s3_posted_photo')
      const chooser = card?.querySelector('input[type=file]')
      if (card && chooser)
        seen.add(Math.round(chooser.getBoundingClientRect().top - card.getBoundingClientRect().top))
      requestAnimationFrame(look)
    }
    look()
  })
  await survey.goToSection('s3')
  const card = survey.card('s3_posted_photo')
  await card.getByText(word('ui.state.atServerOnly')).last().waitFor()
  await card.locator('li img').nth(2).waitFor()
  const heights = await page.evaluate(() => [
    ...(globalThis as unknown as { seenHeights: Set<number> }).seenHeights,
  ])
  expect(heights).toHaveLength(1)
})

describe('SY5 a tablet whose clock is wrong by thirty years', () => {
  const year = 365 * 86_400_000

  /** From the next load on the app believes to live at another time. */
  async function shiftClock(byMs: number): Promise<void> {
    await tablet.context().addInitScript(shift => {
      const RealDate = Date
      const now = RealDate.now.bind(RealDate)
      class ShiftedDate extends RealDate {
        constructor(...given: readonly unknown[]) {
          // oxlint-disable-next-line typescript/no-unsafe-argument -- as Date takes them
          super(...((given.length === 0 ? [now() + shift] : given) as unknown as [number]))
        }
        static override now(): number {
          return now() + shift
        }
      }
      globalThis.Date = ShiftedDate as DateConstructor
    }, byMs)
    await tablet.page().reload()
  }

  test.each([
    ['behind', -30 * year],
    ['ahead', 60 * year],
  ])('%s syncs, and whoever edits after it wins', async (_, shift) => {
    await shiftClock(shift)
    const survey = surveyPage(tablet.page())
    await survey.open()
    const text = await saveUnder({ type: 'none' }, smallPhoto(count))
    await heal()
    await mustHaveArrived(text)

    // Another tablet of the commune, with a right clock, goes on from what it sees.
    const other = await openBrowser({ origin: proxy.origin })
    try {
      await signIn(other.page(), proxy.origin, account)
      await waitUntilSynced(other.page())
      const theirs = surveyPage(other.page())
      await theirs.open()
      await theirs.goToSection('s7')
      await waitUntil('the text of before', async () => (await theirs.read('s7_note')) === text)
      await theirs.answer('s7_note', `${text}, đã sửa`)
      await theirs.waitUntilSaved('s7_note')
      await waitUntilSynced(other.page())
      await waitUntil(
        'the edit counts',
        async () => (await readAtServer(server.origin)).get('answers/s7_note') === `${text}, đã sửa`,
      )
    } finally {
      await other.close()
    }
    await heal()
    await survey.goToSection('s7')
    await waitUntil('the edit is on the first tablet', async () => {
      await tablet.page().evaluate(() => globalThis.dispatchEvent(new Event('online')))
      return (await survey.read('s7_note')) === `${text}, đã sửa`
    })
    expect(
      [...(await readAtServer(server.origin)).keys()].filter(field => field.startsWith('conflicts/')),
    ).toEqual([])
  })
})
