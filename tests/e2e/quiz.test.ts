import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import key from '../../src/content/forms-private/awareness-quiz-key.json' with { type: 'json' }
import quiz from '../../src/content/forms/awareness-quiz.json' with { type: 'json' }
import { startServer, type RunningServer } from '../support/start-server.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { goTo, signIn, waitUntilInstalled } from './support/pages.ts'
import { syncNow } from './support/sync-page.ts'
import { readTabletStore } from './support/tablet-store.ts'
import { word } from './support/words.ts'

/** In the key and nowhere else. */
const secrets = Object.values(key.explanations).flatMap(({ vi, en }) => [vi, en])

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

const button = (name: string) => tablet.page().getByRole('button', { name: word(name), exact: true })

/** All that the service worker has put away, as text. */
const cached = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const texts: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys())
        if (/\.(?:js|json|html)/u.test(request.url))
          texts.push((await (await cache.match(request))?.text()) ?? '')
    }
    return texts.join('\n')
  })

async function fieldsOf(page: Page): Promise<string> {
  return JSON.stringify((await readTabletStore(page, 'p-khanhlong')).fields)
}

/** Those of the key's sentences that stand in a text; written as they are, or as JSON and scripts escape them. */
const found = (text: string): readonly string[] =>
  secrets.filter(secret =>
    [secret, JSON.stringify(secret).slice(1, -1)].some(written => text.includes(written)),
  )

test('the key of a quiz is nowhere on the tablet before it is sent; then the result says what was right and why', async () => {
  const page = tablet.page()
  const answers: Promise<string>[] = []
  page.on('response', response => {
    if (response.url().endsWith('/api/sync')) answers.push(response.text().catch(() => ''))
  })
  await signIn(page, server.origin, { username: 'khanhlong', password: 'iso9001' })
  await waitUntilInstalled(page)
  await goTo(page, '/work')
  await page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 3, name: quiz.title.vi, exact: true }) })
    .last()
    .getByRole('button')
    .last()
    .click()
  await page.locator('[id^=question-]').first().waitFor()
  // The right ones but for the first question.
  for (const [id, right] of Object.entries(key.answers)) {
    const value = id === 'qz_1' ? 'b' : right[0]
    const options = quiz.sections[0]?.items.find(item => item.id === id)?.options ?? []
    const label = options.find(option => option.value === value)?.label.vi ?? ''
    await page.locator(`#question-${id}`).getByRole('radio', { name: label, exact: true }).check()
  }
  await syncNow(page)
  expect((await cached(page)).length).toBeGreaterThan(500_000)
  expect(found(await cached(page))).toEqual([])
  expect(found(await fieldsOf(page))).toEqual([])
  expect(await fieldsOf(page)).not.toContain('"results/')
  expect(answers.length).toBeGreaterThan(0)
  expect(found((await Promise.all(answers)).join(''))).toEqual([])

  // Sent without a network it is sent, and not graded.
  await tablet.context().setOffline(true)
  await button('responses.toEnd').click()
  await button('responses.finish.send').click()
  await page
    .locator('dialog[open]')
    .getByRole('button', { name: word('responses.finish.send') })
    .click()
  await page.getByText(word('quiz.waiting')).waitFor()
  const result = page.getByRole('heading', { name: word('quiz.title') })
  expect(await result.count()).toBe(0)
  expect(found(await fieldsOf(page))).toEqual([])

  await tablet.context().setOffline(false)
  await syncNow(page)
  await result.waitFor()
  // Graded by the server, it waits for nobody.
  await page.getByText(word('responses.banner.quizSent')).waitFor()
  expect(await page.getByText(word('responses.state.sent'), { exact: true }).count()).toBe(0)
  const card = page.locator('section').filter({ has: result }).last()
  expect(await card.innerText()).toContain('91,7%')
  expect(await card.innerText()).toContain(key.explanations.qz_1.vi)
  expect(await card.getByText(word('quiz.wrong'), { exact: true }).count()).toBe(1)
  expect(await card.getByText(word('quiz.right'), { exact: true }).count()).toBe(11)
  expect(found(await fieldsOf(page)).length).toBeGreaterThan(0)
  expect(tablet.errors()).toEqual([])
})
