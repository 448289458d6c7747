import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { waitUntil } from '../support/wait-until.ts'
import { openApi } from './support/api.ts'
import { expectAccessible } from './support/axe.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { handoverPage } from './support/handover-page.ts'
import { goTo, signIn, waitUntilInstalled } from './support/pages.ts'
import { pill, waitUntilSynced } from './support/sync-page.ts'
import { word } from './support/words.ts'

const official = { username: 'caominh', password: 'iso9001' }
const secret = 'Cán bộ tiếp dân rất tận tình.'

let server: RunningServer
let tablet: TestBrowser
beforeAll(async () => {
  server = await startServer()
  tablet = await openBrowser({ origin: server.origin })
  await signIn(tablet.page(), server.origin, official)
  await waitUntilInstalled(tablet.page())
  await waitUntilSynced(tablet.page())
}, 120_000)
afterAll(async () => {
  await tablet?.close().catch(() => undefined)
  await server?.stop()
})

const page = () => tablet.page()
const citizen = () => handoverPage(page())
const thing = () => decodeURIComponent(new URL(page().url()).pathname.split('/').at(-1) ?? '')
let firstThing = ''

/** Whatever the server has for somebody, to the last page. */
async function readAll({ sync }: Awaited<ReturnType<typeof openApi>>) {
  const cursors: Record<string, readonly [string, number]> = {}
  const entries: Awaited<ReturnType<typeof sync>>['pages'][number]['entries'][number][] = []
  for (;;) {
    const { pages } = await sync({ cursors })
    for (const { feed, epoch, cursor } of pages) cursors[feed] = [epoch, cursor]
    entries.push(...pages.flatMap(one => one.entries))
    if (!pages.some(({ more }) => more)) return entries
  }
}

/** Everything of the app that a citizen must not see. */
async function expectLocked(): Promise<void> {
  await page().waitForURL('**/handover/**')
  await page().locator('h1').waitFor()
  expect(await page().locator('nav').count()).toBe(0)
  const text = await page().locator('body').innerText()
  for (const name of ['Đàm Văn Lực', 'caominh', 'Cao Minh']) expect(text).not.toContain(name)
}

describe('a tablet is handed to citizens', () => {
  test('the first one answers and sends while the server is dead', async () => {
    await server.kill()
    await citizen().begin()
    await expectLocked()
    firstThing = thing()
    await citizen().choose('cs_times', 1)
    await citizen().press('next')
    await citizen().section('Mức hài lòng')
    await citizen().press('next')
    await page().locator('#q-cs_note').fill(secret)
    await citizen().press('send')
    await citizen().section(word('handover.missing.title'))
    await page().getByRole('button', { name: 'Ông/Bà đến làm việc gì?' }).click()
    await citizen().choose('cs_field', 2)
    await citizen().press('next')
    await page().locator('#question-cs_overall').waitFor()
    await citizen().choose('cs_overall', 0)
    await citizen().press('next')
    await citizen().press('send')
    await citizen().section(word('handover.thanks.title'))
  })

  test('the next one finds an empty form, and no way to what the first one said', async () => {
    await citizen().press('thanks.next')
    await page().locator('#question-cs_field').waitFor()
    expect(thing()).not.toBe(firstThing)
    expect(await page().locator('input:checked').count()).toBe(0)
    await page().goBack()
    await expectLocked()
    expect(thing()).not.toBe(firstThing)
    await page().goto(`${server.origin}/handover/${encodeURIComponent(firstThing)}`)
    await expectLocked()
    expect(thing()).not.toBe(firstThing)
    await page().goto(`${server.origin}/responses/${encodeURIComponent(firstThing)}/cs_c`)
    await expectLocked()
    expect(await page().content()).not.toContain(secret)
  })

  test('reload, restart and any other address stay locked, with what was answered so far', async () => {
    await citizen().choose('cs_field', 0)
    await citizen().press('next')
    await page().locator('#question-cs_overall').waitFor()
    for (const path of ['/work', '/account', '/']) {
      await page().goto(`${server.origin}${path}`)
      await expectLocked()
    }
    await tablet.close()
    await tablet.reopen()
    await page().goto(server.origin)
    await expectLocked()
    await page().locator('#q-cs_field input:checked').waitFor()
    const other = await page().context().newPage()
    await other.goto(`${server.origin}/work`)
    await other.waitForURL('**/handover/**')
    await other.close()
  })

  test('"start over" gives an empty form', async () => {
    const before = thing()
    await citizen().press('again.do')
    await page()
      .locator('dialog[open]')
      .getByRole('button', { name: word('handover.again.do') })
      .click()
    await page().waitForURL(url => !url.pathname.includes(encodeURIComponent(before)))
    await page().locator('#question-cs_field').waitFor()
    expect(await page().locator('input:checked').count()).toBe(0)
  })

  test('left alone for three minutes it starts over, and the next person sees nothing', async () => {
    await page().clock.install()
    await page().reload()
    await page().locator('#question-cs_field').waitFor()
    await citizen().choose('cs_field', 1)
    await page().locator('#q-cs_field input:checked').waitFor()
    const before = thing()
    await page().clock.fastForward(3 * 60_000 + 1000)
    await page().getByText(word('handover.again.idle')).waitFor()
    expect(thing()).not.toBe(before)
    expect(await page().locator('input:checked').count()).toBe(0)
  })

  test('a wrong password is refused, the right one leads back to counts without names or links', async () => {
    await citizen().unlock('iso9002')
    await page().getByText(word('handover.giveBack.wrong')).waitFor()
    await page().reload()
    await expectLocked()
    await citizen().unlock(official.password)
    await page().waitForURL('**/work')
    const sent = word('handover.counts.sent_other').replace('{{count}}', '1')
    await page().getByText(sent).waitFor()
    await page().getByText(word('handover.counts.unfinished_other').replace('{{count}}', '2')).waitFor()
    expect(await page().locator('a[href*="citizen_satisfaction"]').count()).toBe(0)
    await page().goto(`${server.origin}/responses/${encodeURIComponent(firstThing)}`)
    await page().waitForURL('**/work')
  })

  test('once the server is back it has the answers, of nobody', async () => {
    await server.start()
    const signInAgain = pill(page(), 'signIn')
    await signInAgain.or(pill(page(), 'synced')).first().waitFor({ timeout: 120_000 })
    if (await signInAgain.isVisible()) await signIn(page(), server.origin, official)
    await waitUntilSynced(page())
    const api = await openApi(server.origin, official)
    const own = await waitUntil('the response', async () => {
      const { pages } = await api.sync({})
      const entries = pages.flatMap(one => one.entries).filter(entry => entry.includes(firstThing))
      return entries.length > 0 ? entries : undefined
    })
    const told = JSON.stringify(own)
    expect(told).toContain(secret)
    expect(told).toContain('anonymous')
    expect(told).not.toContain('p-caominh')
    expect(tablet.errors()).toEqual([])
  })
})

describe('a tablet goes round at a training session', () => {
  const label = (key: string, name: string) => word(`training.attendance.${key}`).replace('{{name}}', name)

  test('people say that they are there while there is no network; the district officer sees who was', async () => {
    await goTo(page(), '/road')
    await page().locator('main li a[href^="/training?"]').click()
    // Each of its buttons is named after what stands on it, with whom it is for.
    await page().locator('main a[href^="/training/people"]').click()
    await page().locator('main table').waitFor()
    await expectAccessible(page())
    await page().goBack()
    const planned = page()
      .locator('main li a')
      .filter({ hasText: word('training.state.planned') })
    await planned.click()
    await page().waitForURL('**/training/training.**')
    const session = thing()
    await tablet.context().setOffline(true)
    await page()
      .getByRole('button', { name: word('training.attendance.handRound') })
      .click()
    await page().waitForURL('**/handover/**')

    const box = page().getByRole('checkbox', { name: 'Nông Thị Hiền' })
    const ticked = page().getByRole('checkbox', { name: 'Nông Thị Hiền', checked: true })
    // Ticked once it is on the tablet, and no sooner.
    await box.click()
    await ticked.waitFor()
    await page()
      .getByRole('button', { name: label('signFor', 'Đàm Văn Lực'), exact: true })
      .click()
    const pad = await page().locator('dialog[open] canvas').boundingBox()
    if (!pad) throw new Error('there is nothing to sign on')
    await page().mouse.move(pad.x + 40, pad.y + 60)
    await page().mouse.down()
    await page().mouse.move(pad.x + 160, pad.y + 90, { steps: 5 })
    await page().mouse.up()
    await page()
      .locator('dialog[open]')
      .getByRole('button', { name: word('ui.signature.done'), exact: true })
      .click()
    await page()
      .getByRole('img', { name: label('signatureOf', 'Đàm Văn Lực') })
      .waitFor()

    // Neither a reload nor an address opens the app, and what was said stays said.
    await page().goto(`${server.origin}/training/${encodeURIComponent(session)}`)
    await page().waitForURL('**/handover/**')
    await ticked.waitFor()
    expect(await page().locator('nav').count()).toBe(0)
    await citizen().unlock(official.password)
    await page().waitForURL('**/training/training.**')

    await tablet.context().setOffline(false)
    await waitUntilSynced(page())
    const officer = await openApi(server.origin, { username: 'trangdinh', password: 'iso9001' })
    const seen = await waitUntil('the attendance', async () => {
      const entries = await readAll(officer)
      const own = entries.filter(([, , of]) => of === session).map(([, , , field]) => field)
      return own.some(field => field.startsWith('evidence/luc/')) ? own : undefined
    })
    expect(seen).toEqual(expect.arrayContaining(['attendance/hien', 'attendance/luc', 'days/held']))
    expect(seen).not.toContain('attendance/thao')
    expect(tablet.errors()).toEqual([])
  })
})
