import { afterAll, beforeAll, expect, test } from 'vitest'
import { aForm, aQuestion } from '../support/a-form.ts'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { waitUntil } from '../support/wait-until.ts'
import { expectAccessible } from './support/axe.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { goTo, signIn } from './support/pages.ts'
import { smallPhoto } from './support/photo.ts'
import { publishForm } from './support/publish-form.ts'
import { syncNow } from './support/sync-page.ts'
import { readTabletStore } from './support/tablet-store.ts'
import { word } from './support/words.ts'

const password = 'iso9001'
const form = aForm({
  id: 'drawing',
  title: { vi: 'Phiếu vẽ', en: 'Drawing' },
  sections: [
    {
      id: 's1',
      title: { vi: 'Phần 1', en: 'Part 1' },
      items: [
        aQuestion('sketch', { type: 'photo', appearance: 'draw' }),
        aQuestion('marked', { type: 'photo', appearance: 'annotate' }),
        aQuestion('plain', { type: 'photo' }),
        aQuestion('private', { type: 'photo' }),
      ],
    },
  ],
})

let server: RunningServer
let tablet: TestBrowser

beforeAll(async () => {
  server = await startServer()
  await publishForm(server.origin, { username: 'tinh', password }, form)
  tablet = await openBrowser({ origin: server.origin })
  await signIn(page(), server.origin, { username: 'khanhlong', password })
  await syncNow(page())
  await goTo(page(), '/work')
  await page()
    .locator('section')
    .filter({ has: page().getByRole('heading', { name: 'Phiếu vẽ' }) })
    .last()
    .getByRole('button', { name: word('work.other.start') })
    .click()
  await page().locator('#question-sketch').waitFor()
}, 240_000)
afterAll(async () => {
  await tablet?.close().catch(() => undefined)
  await server?.stop()
})

const page = () => tablet.page()
const card = (key: string) => page().locator(`#question-${key}`)
const dialog = () => page().locator('dialog[open]')
const inDialog = (key: string) => dialog().getByRole('button', { name: word(key), exact: true })
const canvas = () => dialog().locator('canvas')

/** The hashes of the photos that a question has on the tablet's disk. */
async function photosOf(key: string): Promise<readonly string[]> {
  const { fields } = await readTabletStore(page(), 'p-khanhlong')
  const prefix = `evidence/${key}/`
  return Object.entries(fields).flatMap(([field, value]) =>
    field.startsWith(prefix) && value !== null ? [field.slice(prefix.length)] : [],
  )
}

async function drag(): Promise<void> {
  const box = await canvas().boundingBox()
  if (!box) throw new Error('no canvas')
  await page().mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.2)
  await page().mouse.down()
  await page().mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5, { steps: 4 })
  await page().mouse.up()
}

/** Pixels as red as a stroke. */
const redOf = (key: string): Promise<number> =>
  card(key)
    .locator('img')
    .first()
    .evaluate(async (image: HTMLImageElement) => {
      await image.decode()
      const sheet = document.createElement('canvas')
      sheet.width = image.naturalWidth
      sheet.height = image.naturalHeight
      const pen = sheet.getContext('2d')
      pen?.drawImage(image, 0, 0)
      const { data } = pen?.getImageData(0, 0, sheet.width, sheet.height) ?? { data: [] }
      let count = 0
      for (let at = 0; at < data.length; at += 4)
        if ((data[at] ?? 0) > 160 && (data[at + 1] ?? 0) < 110 && (data[at + 2] ?? 0) < 110) count++
      return count
    })

test('a picture is drawn on a white sheet with the keyboard alone, stroke by stroke, and undone', async () => {
  expect(await card('sketch').locator('input[type=file]').count()).toBe(0)
  const open = card('sketch').getByRole('button', { name: word('responses.photo.sketch'), exact: true })
  await open.focus()
  await page().keyboard.press('Enter')
  await canvas().waitFor()
  await expectAccessible(page())
  expect(await inDialog('draw.done').isDisabled()).toBe(true)
  await canvas().focus()
  for (const key of ['Space', ...Array.from({ length: 6 }, () => 'ArrowRight'), 'Space'])
    await page().keyboard.press(key)
  expect(await inDialog('draw.done').isEnabled()).toBe(true)
  await inDialog('draw.undo').press('Enter')
  expect(await inDialog('draw.done').isDisabled()).toBe(true)
  // Escape lets go of a stroke, not of the sheet.
  await canvas().focus()
  for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'Escape']) await page().keyboard.press(key)
  expect(await inDialog('draw.done').isDisabled()).toBe(true)
  for (const key of ['Enter', ...Array.from({ length: 8 }, () => 'ArrowUp'), 'Enter'])
    await page().keyboard.press(key)
  await inDialog('draw.done').press('Enter')
  await card('sketch').locator('img').waitFor()
  expect(await redOf('sketch')).toBeGreaterThan(10)
  expect((await photosOf('sketch')).length).toBe(1)
})

test('what was hidden by keyboard stays hidden for who leaves the photo with the pen still down', async () => {
  await card('sketch')
    .getByRole('button', { name: word('responses.photo.sketch'), exact: true })
    .click()
  await canvas().waitFor()
  await inDialog('draw.blur').focus()
  await page().keyboard.press('Enter')
  await canvas().focus()
  for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'Tab'])
    await page().keyboard.press(key)
  expect(await inDialog('draw.undo').isEnabled()).toBe(true)
  expect(await inDialog('draw.done').isEnabled()).toBe(true)
  await inDialog('ui.dialog.cancel').click()
  await dialog().waitFor({ state: 'detached' })
})

test('nothing is kept of a sheet that was left', async () => {
  await card('sketch')
    .getByRole('button', { name: word('responses.photo.sketch'), exact: true })
    .click()
  await canvas().waitFor()
  await drag()
  await inDialog('ui.dialog.cancel').click()
  await dialog().waitFor({ state: 'detached' })
  expect((await photosOf('sketch')).length).toBe(1)
})

test('a photo is drawn on before it is kept, where the question says so', async () => {
  await card('marked')
    .locator('input[type=file]')
    .last()
    .setInputFiles([smallPhoto(1)])
  await canvas().waitFor()
  expect(await photosOf('marked')).toEqual([])
  await drag()
  await inDialog('draw.done').click()
  await card('marked').locator('img').waitFor()
  expect((await photosOf('marked')).length).toBe(1)
})

test('a photo that is kept can be drawn on, and takes the place of the one before', async () => {
  await card('plain')
    .locator('input[type=file]')
    .last()
    .setInputFiles([smallPhoto(2)])
  await card('plain').locator('img').waitFor()
  const [before] = await waitUntil('kept', async () => {
    const photos = await photosOf('plain')
    return photos.length === 1 ? photos : undefined
  })
  await card('plain').locator('img').click()
  await inDialog('ui.draw.title').click()
  await canvas().waitFor()
  await drag()
  await inDialog('draw.done').click()
  await dialog().waitFor({ state: 'detached' })
  const [after] = await waitUntil('replaced', async () => {
    const photos = await photosOf('plain')
    return photos.length === 1 && photos[0] !== before ? photos : undefined
  })
  expect(after).not.toBe(before)
  expect(await card('plain').locator('img').count()).toBe(1)
})

test('of a photo that was blurred before its upload the first picture never leaves the tablet, and goes from it', async () => {
  await page().context().setOffline(true)
  await card('private')
    .locator('input[type=file]')
    .last()
    .setInputFiles([smallPhoto(3)])
  const before = await waitUntil('kept', async () => (await photosOf('private')).at(0))
  const thumbOf = async (sha256: string): Promise<string> => {
    const { fields } = await readTabletStore(page(), 'p-khanhlong')
    return (fields[`evidence/private/${sha256}`] as { thumb: string }).thumb
  }
  const thumb = await thumbOf(before)
  await card('private').locator('img').last().click()
  await inDialog('ui.draw.title').click()
  await canvas().waitFor()
  await inDialog('draw.blur').click()
  await drag()
  await inDialog('draw.done').click()
  await card('private').getByText(word('draw.earlier.gone')).waitFor()
  await expectAccessible(page())
  const { files } = await readTabletStore(page(), 'p-khanhlong')
  const stored = new Set(files.map(({ sha256 }) => sha256))
  expect([stored.has(before), stored.has(thumb)]).toEqual([false, false])
  const [after = ''] = await photosOf('private')
  expect(after).not.toBe(before)
  await page().context().setOffline(false)
  await syncNow(page())
  const status = async (sha256: string): Promise<number> =>
    page().evaluate(async path => (await fetch(path)).status, `/api/files/${sha256}`)
  await waitUntil('the blurred one is at the server', async () =>
    (await status(after)) === 200 ? true : undefined,
  )
  expect([await status(before), await status(thumb)]).toEqual([404, 404])
  expect(tablet.errors()).toEqual([])
})
