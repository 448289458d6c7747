import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { thawClient } from '../support/frozen-client.ts'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { waitUntil } from '../support/wait-until.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { signIn, waitUntilInstalled } from './support/pages.ts'
import { smallPhoto } from './support/photo.ts'
import { readAtServer } from './support/read-at-server.ts'
import { surveyPage } from './support/survey-page.ts'
import { waitUntilSynced } from './support/sync-page.ts'
import { readTabletStore } from './support/tablet-store.ts'
import { word } from './support/words.ts'

const account = { username: 'caominh', password: 'iso9001' }
const person = 'p-caominh'
/** Builds that tablets out there may still run; each was frozen on the day it was released. */
const frozen = ['0.1.0']

describe.each(frozen)('SY14 a tablet that still runs build %s', build => {
  const old = thawClient(build)
  let server: RunningServer
  let tablet: TestBrowser
  /** Without a service worker each tab runs what the server has when it is opened. */
  let tabs: TestBrowser

  beforeAll(async () => {
    server = await startServer({ env: { ISOXA_DIST: old } })
    tablet = await openBrowser({ origin: server.origin })
    tabs = await openBrowser({ origin: server.origin, serviceWorkers: 'block' })
  }, 120_000)
  afterAll(async () => {
    await tablet?.close().catch(() => undefined)
    await tabs?.close().catch(() => undefined)
    await server?.stop()
  })

  const openSurvey = async (page: Page) => {
    const survey = surveyPage(page)
    await survey.open()
    await survey.goToSection('s7')
    return survey
  }

  test("syncs with today's server: text and photos", async () => {
    const page = tablet.page()
    await signIn(page, server.origin, account)
    await waitUntilInstalled(page)
    await waitUntilSynced(page)
    await page.reload()
    const survey = await openSurvey(page)
    await survey.answer('s7_focal', 'Lý Thị Mai')
    await survey.waitUntilSaved('s7_focal')
    // The pill says so from the sync before, too.
    await waitUntil(
      'the answer at the server',
      async () => (await readAtServer(server.origin)).get('answers/s7_focal') === 'Lý Thị Mai',
    )
    await waitUntilSynced(page)
    await survey.goToSection('s3')
    await survey.addPhotos('s3_posted_photo', [smallPhoto(3)])
    await survey.waitUntilSaved('s3_posted_photo')
    await waitUntil('the photo and its small picture are sent', async () => {
      const { files } = await readTabletStore(page, person)
      return files.length > 1 && files.every(file => file.state === 'sent')
    })
    const fields = [...(await readAtServer(server.origin)).keys()]
    expect(fields.filter(field => field.startsWith('evidence/s3_posted_photo/'))).toHaveLength(1)
  })

  test('SY10 keeps its unsent work when the new build takes over, and sends it', async () => {
    const page = tablet.page()
    const survey = await openSurvey(page)
    await server.kill()
    await survey.answer('s7_note', 'Ghi bằng bản cũ, chưa gửi.')
    await survey.waitUntilSaved('s7_note')
    await survey.goToSection('s3')
    await survey.addPhotos('s3_posted_photo', [smallPhoto(4)])
    await waitUntil('the photo on the tablet', async () =>
      (await readTabletStore(page, person)).files.some(file => file.state === 'local'),
    )
    // The old build is not to send it in the moments before the new one takes over.
    await tablet.context().route('**/api/**', route => route.abort())
    await server.start({ ISOXA_DIST: 'dist' })
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      await registration?.update()
    })
    const now = page.getByRole('button', { name: word('shell.update.now'), exact: true })
    await now.waitFor()
    const before = await readTabletStore(page, person)
    expect(before.outbox).toBeGreaterThan(1)
    const reloaded = page.waitForEvent('load')
    await now.click()
    await reloaded
    await survey.card('s3_posted_photo').locator('img').nth(1).waitFor()
    await survey.goToSection('s7')
    expect(await survey.read('s7_note')).toBe('Ghi bằng bản cũ, chưa gửi.')

    const taken = await readTabletStore(page, person)
    expect([taken.outbox, taken.files.length]).toEqual([before.outbox, before.files.length])

    await tablet.context().unroute('**/api/**')
    await waitUntil('nothing waits', async () => (await readTabletStore(page, person)).outbox === 0)
    await waitUntilSynced(page)
    const after = await readAtServer(server.origin)
    expect(after.get('answers/s7_note')).toBe('Ghi bằng bản cũ, chưa gửi.')
    expect([...after.keys()].filter(field => field.startsWith('evidence/s3_posted_photo/'))).toHaveLength(2)
    const { files, held } = await readTabletStore(page, person)
    expect(files.filter(file => file.state === 'local')).toEqual([])
    expect(held).toBe(0)
    expect(tablet.errors()).toEqual([])
  })

  test('ST5 an old tab beside a new one loses nothing: it says that it must be reloaded', async () => {
    await server.restart({ ISOXA_DIST: old })
    const first = tabs.page()
    await signIn(first, server.origin, account)
    const survey = await openSurvey(first)
    await survey.answer('s7_focal', 'Nông Văn Bình')
    await survey.waitUntilSaved('s7_focal')
    await server.restart({ ISOXA_DIST: 'dist' })
    const second = await tabs.context().newPage()
    await second.goto(server.origin)
    const fresh = await openSurvey(second)
    expect(await fresh.read('s7_focal')).toBe('Nông Văn Bình')

    // Tables of the new build are others: before its next write the old tab says so, and shows no form to write in.
    await first.getByText(word('responses.save.databaseGone')).first().waitFor()
    await first.getByRole('button', { name: word('common.action.reload') }).click()
    await survey.card('s7_note').waitFor()
    expect(await survey.read('s7_focal')).toBe('Nông Văn Bình')
    await survey.answer('s7_note', 'Từ tab cũ')
    await survey.waitUntilSaved('s7_note')
    await waitUntil('the other tab shows it', async () => (await fresh.read('s7_note')) === 'Từ tab cũ')
    await waitUntil(
      'the server has it',
      async () => (await readAtServer(server.origin)).get('answers/s7_note') === 'Từ tab cũ',
    )
  })
})
