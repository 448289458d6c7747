import { existsSync, globSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { waitUntil } from '../support/wait-until.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { signIn, waitUntilInstalled } from './support/pages.ts'
import { phonePhoto } from './support/photo.ts'
import { readAtServer } from './support/read-at-server.ts'
import { surveyPage } from './support/survey-page.ts'
import { pill, waitUntilSynced } from './support/sync-page.ts'
import { readTabletStore } from './support/tablet-store.ts'
import { word } from './support/words.ts'

const account = { username: 'caominh', password: 'iso9001' }
const person = 'p-caominh'

/** A browser that finds its files damaged sets them up anew, which takes long on a busy machine. */
const slowly = { timeoutMs: 90_000 }

let server: RunningServer
let tablet: TestBrowser

beforeAll(async () => {
  server = await startServer()
}, 120_000)
afterAll(async () => {
  await server?.stop()
})
beforeEach(async () => {
  tablet = await openBrowser({ origin: server.origin })
  const page = tablet.page()
  await signIn(page, server.origin, account)
  await waitUntilInstalled(page)
  await waitUntilSynced(page)
  await page.reload()
  await surveyPage(page).open()
}, 120_000)
afterEach(async () => {
  await tablet.close().catch(() => undefined)
})

describe('ST3 a tablet whose memory is full', () => {
  const setQuota = async (quotaSize?: number): Promise<void> => {
    await tablet.cdp().send('Storage.overrideQuotaForOrigin', {
      origin: server.origin,
      ...(quotaSize !== undefined && { quotaSize }),
    })
  }
  /** Chromium asks for the quota anew only when nobody has had the databases open for a moment. */
  async function leaveRoom(bytes: number): Promise<void> {
    const page = tablet.page()
    const address = page.url()
    const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate())
    await page.goto('about:blank')
    await setQuota(usage + bytes)
    await sleep(4_000)
    await page.goto(address)
    await page.locator('h1').waitFor()
  }

  test('says that nothing was saved, keeps what was typed on the screen, and saves it once there is room', async () => {
    const page = tablet.page()
    const survey = surveyPage(page)
    await survey.goToSection('s7')
    await leaveRoom(-100_000)
    await survey.answer('s7_note', 'Máy đầy mà vẫn gõ.')
    await page.getByText(word('responses.save.quotaExceeded')).first().waitFor()
    expect(await survey.whereabouts('s7_note')).toBe('failed')
    expect(await survey.read('s7_note')).toBe('Máy đầy mà vẫn gõ.')
    expect((await readTabletStore(page, person)).fields['answers/s7_note']).not.toBe('Máy đầy mà vẫn gõ.')

    await setQuota()
    await page
      .getByRole('button', { name: word('responses.save.again'), exact: true })
      .first()
      .click()
    await survey.waitUntilSaved('s7_note')
    await waitUntilSynced(page)
    expect((await readAtServer(server.origin)).get('answers/s7_note')).toBe('Máy đầy mà vẫn gõ.')
  })

  test('says of a photo that it did not fit, and still saves text', async () => {
    const page = tablet.page()
    const survey = surveyPage(page)
    await survey.goToSection('s2')
    const before = await readTabletStore(page, person)
    await leaveRoom(150_000)
    await survey.addPhotos('s2_store_photo', [phonePhoto(1)])
    await page.getByText(word('responses.save.quotaExceeded')).first().waitFor()
    await survey.goToSection('s7')
    await survey.answer('s7_focal', 'Chữ vẫn lưu được')
    await survey.waitUntilSaved('s7_focal')
    const after = await readTabletStore(page, person)
    expect(after.fields['answers/s7_focal']).toBe('Chữ vẫn lưu được')
    expect(after.files).toHaveLength(before.files.length)
  })
})

describe('ST5 a tablet whose data are gone', () => {
  const emptied = () => tablet.page().getByText(word('signIn.emptied.title'))

  test('emptied under a signed-in person says so loudly, gets everything back, and empties nothing at the server', async () => {
    const page = tablet.page()
    const survey = surveyPage(page)
    await survey.goToSection('s7')
    await survey.answer('s7_focal', 'Đã gửi trước khi mất')
    await waitUntil('the server has it', async () => (await survey.whereabouts('s7_focal')) === 'atServer')
    const before = await readAtServer(server.origin)

    // As "clear the site's data" does, while the person's session stays.
    await page.evaluate(async name => {
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name)
        request.addEventListener('success', resolve)
        request.addEventListener('error', reject)
      })
    }, `isoxa-person-${person}`)
    await page.reload()
    await emptied().waitFor()
    await waitUntilSynced(page)
    await survey.open()
    await survey.goToSection('s7')
    await waitUntil(
      'the answer is back',
      async () => (await survey.read('s7_focal')) === 'Đã gửi trước khi mất',
    )
    expect([...(await readAtServer(server.origin))]).toEqual([...before])
  })

  test.each([
    ['damaged', (file: string) => writeFileSync(file, Buffer.alloc(statSync(file).size, 0x5a))],
    ['cut short', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 3))],
  ])(
    'on a disk that has %s its files opens with words, not with an empty screen, and goes on',
    async (_, damage) => {
      const page = tablet.page()
      const survey = surveyPage(page)
      await survey.goToSection('s7')
      await survey.answer('s7_focal', 'Trước khi hỏng')
      await survey.waitUntilSaved('s7_focal')
      await waitUntilSynced(page)
      const before = await readAtServer(server.origin)
      await tablet.close()

      const folder = join(tablet.profile, 'Default', 'IndexedDB')
      expect(existsSync(folder)).toBe(true)
      const list = () =>
        globSync('**/*', { cwd: folder, withFileTypes: true }).filter(
          entry => entry.isFile() && entry.name !== 'LOCK',
        )
      // A browser that was closed goes on tidying up: a file that it removes meanwhile cannot be damaged.
      let seen = ''
      await waitUntil('files that stay', async () => {
        const names = list().map(({ name }) => name)
        const isSame = seen === names.join()
        seen = names.join()
        await sleep(400)
        return isSame
      })
      const files = list()
      expect(files.length).toBeGreaterThan(2)
      for (const entry of files) damage(join(entry.parentPath, entry.name))
      const reopened = await tablet.reopen()
      await reopened.goto(server.origin)
      const again = surveyPage(reopened)
      const password = reopened.locator('input[name=password]')
      await waitUntil(
        'a screen with words',
        async () =>
          (await password.isVisible()) ||
          (await emptied().isVisible()) ||
          (await reopened.locator('h1').isVisible()),
        slowly,
      )
      // Who used the tablet may be lost with the rest: then the person signs in once more. The screen that asks for it
      // may come late, or go by itself when the server knows them still.
      await waitUntil(
        'all is at the server',
        async () => {
          if (await pill(reopened, 'synced').isVisible()) return true
          if (await password.isVisible())
            await signIn(reopened, server.origin, account).catch(() => undefined)
          return false
        },
        { ...slowly, everyMs: 250 },
      )
      await again.open()
      await again.goToSection('s7')
      await waitUntil(
        'the answer is back',
        async () => (await again.read('s7_focal')) === 'Trước khi hỏng',
        slowly,
      )
      await again.answer('s7_note', 'Sau khi hỏng')
      // The pill may speak of the sync before.
      await waitUntil(
        'the answer is at the server',
        async () => (await again.whereabouts('s7_note')) === 'atServer',
        slowly,
      )
      const after = await readAtServer(server.origin)
      expect(after.get('answers/s7_note')).toBe('Sau khi hỏng')
      expect([...after]).toEqual(
        expect.arrayContaining([...before].filter(([field]) => field !== 'answers/s7_note')),
      )
    },
  )
})
