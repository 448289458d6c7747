import type { Page } from 'playwright-core'
import type { FormVersion } from '../../../src/domain/forms/form-version.ts'
import { findDemoAccount } from '../../e2e/support/demo-account.ts'
import { goTo, waitUntilStill } from '../../e2e/support/pages.ts'
import { publishForm } from '../../e2e/support/publish-form.ts'
import { word } from '../../e2e/support/words.ts'
import { aimAt } from '../support/aim-at.ts'
import { timeBareTaps } from '../support/bare-floor.ts'
import { figure, type Figure, type Measure } from '../support/figure.ts'
import { timeTap } from '../support/frames.ts'
import { aBusyForm, aLongForm, aRowsForm, driven, driver } from '../support/long-form.ts'
import { withApp, type OpenApp } from '../support/open-app.ts'
import { percentile } from '../support/percentile.ts'
import { throttleCpu } from '../support/throttle.ts'

const openings = 12
const starts = 3
const taps = 40
const betweenTapsMs = 300
const field = '[id^=question-] :is(input, textarea, button)'

const longForms = [
  { form: aLongForm(600, 10), budget: 300 },
  { form: aLongForm(600, 1), budget: 300 },
  { form: aLongForm(2_000, 10), budget: 600 },
  { form: aLongForm(2_000, 1), budget: 600 },
]
const busy = aBusyForm()
const rows = aRowsForm()

/** Forms longer than any in use, published as a province does and begun on a tablet; the server is dead by then. */
export const measureForms: Measure = () =>
  withApp(
    'communeOfficial',
    async app => {
      const page = app.browser.page()
      for (const { form } of [...longForms, { form: busy }, { form: rows }]) await begin(page, form)
      await app.server.kill()
      await throttleCpu(app.browser.cdp())
      const figures: Figure[] = []
      for (const { form, budget } of longForms) figures.push(...(await measureOpening(page, form, budget)))
      figures.push(...(await measureHeap(app)))
      figures.push(...(await measureTaps(page)))
      figures.push(...(await measureRows(page)))
      const bare = await timeBareTaps(page, taps)
      const name = 'bare tap to visible beside the forms, 4× slower'
      figures.push(figure(`${name}, p50`, percentile(bare, 0.5), 'ms'))
      figures.push(figure(`${name}, p95`, percentile(bare, 0.95), 'ms'))
      return figures
    },
    async ({ server, browser }) => {
      const province = await findDemoAccount(browser.page(), server.origin, 'provinceCoordinator')
      for (const { form } of [...longForms, { form: busy }, { form: rows }])
        await publishForm(server.origin, province, form)
    },
  )

const card = (page: Page, form: FormVersion) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: form.title['vi'] ?? '', exact: true }) })
    .last()
const draft = (page: Page, form: FormVersion) => card(page, form).getByRole('link').first()

async function begin(page: Page, form: FormVersion): Promise<void> {
  await goTo(page, '/work')
  await card(page, form)
    .getByRole('button', { name: word('work.other.start') })
    .click()
  await page.locator(':is([id^=question-], [data-kind=add])').first().waitFor()
}

async function open(page: Page, form: FormVersion): Promise<number> {
  await goTo(page, '/work')
  const link = draft(page, form)
  await link.waitFor()
  const { visibleMs } = await timeTap(page, () => link.click(), { appears: field })
  return visibleMs
}

/** The first time after the app started reads the form's expressions; they are kept from then on. */
async function measureOpening(page: Page, form: FormVersion, budget: number): Promise<readonly Figure[]> {
  const first: number[] = []
  for (let time = 0; time < starts; time++) {
    await goTo(page, '/work')
    await page.reload()
    await waitUntilStill(page)
    first.push(await open(page, form))
  }
  const again: number[] = []
  for (let time = 0; time < openings; time++) again.push(await open(page, form))
  const questions = form.sections.reduce((sum, section) => sum + section.items.length, 0)
  const name = `open ${questions} questions, sections ${form.sections.length}, 4× slower`
  return [
    figure(`${name}, first since start, p50`, percentile(first, 0.5), 'ms', budget),
    figure(`${name}, p50`, percentile(again, 0.5), 'ms', budget),
    figure(`${name}, p95`, percentile(again, 0.95), 'ms', budget),
  ]
}

async function measureHeap({ browser }: OpenApp): Promise<readonly Figure[]> {
  const page = browser.page()
  const cdp = browser.cdp()
  await cdp.send('Performance.enable')
  const read = async () => {
    await cdp.send('HeapProfiler.collectGarbage')
    const { metrics } = await cdp.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1_000_000
  }
  await goTo(page, '/work')
  await page.reload()
  await waitUntilStill(page)
  const before = await read()
  await open(page, aLongForm(2_000, 10))
  return [
    figure('heap at "my work"', before, 'MB'),
    figure('heap with a form of 2000 questions open', await read(), 'MB'),
  ]
}

async function measureTaps(page: Page): Promise<readonly Figure[]> {
  await open(page, busy)
  await page.waitForTimeout(2_000)
  const choices = page.locator(`#q-${driver} label`)
  const visible: number[] = []
  const saved: number[] = []
  for (let tap = 0; tap < taps; tap++) {
    const opens = tap % 2 === 0
    const other = `#question-${driven}`
    const times = await timeTap(page, await aimAt(choices.nth(opens ? 1 : 0)), {
      ...(opens ? { appears: other } : { disappears: other }),
      savedWithin: `#question-${driver}`,
    })
    visible.push(times.visibleMs)
    if (times.savedMs === null) throw new Error('an answer was never shown as saved')
    saved.push(times.savedMs)
    // As people tap, three times a second at most: the summary of the tap before is drawn in between.
    await page.waitForTimeout(betweenTapsMs)
  }
  const name = 'with 100 conditions and 60 calculations, 4× slower'
  return [
    figure(`tap to visible ${name}, p50`, percentile(visible, 0.5), 'ms'),
    figure(`tap to visible ${name}, p95`, percentile(visible, 0.95), 'ms', 50),
    figure(`tap to saved ${name}, p50`, percentile(saved, 0.5), 'ms'),
    figure(`tap to saved ${name}, p95`, percentile(saved, 0.95), 'ms', 100),
  ]
}

/** Rows from the 26th to the 35th, of which all before were added in the same sitting. */
async function measureRows(page: Page): Promise<readonly Figure[]> {
  await goTo(page, '/work')
  await draft(page, rows).click()
  const add = page.locator('[data-kind=add] button')
  await page.locator('[data-row]').first().waitFor()
  const added: number[] = []
  const typed: number[] = []
  // The first one came by itself.
  for (let row = 2; row <= 35; row++) {
    // The head of the repeat stands before them.
    const inChild = { of: ':has(> [data-row])', at: row }
    const appears = '[data-kind=question] input[type=text]'
    const { visibleMs } = await timeTap(page, () => add.click(), { appears, inChild })
    const name = page.locator('[data-row]').last().locator(appears).first()
    await page.waitForFunction(
      wanted => document.activeElement?.closest('[data-row]')?.matches(wanted),
      `:nth-child(${row + 1})`,
    )
    await page.waitForTimeout(300)
    if (row < 26) continue
    added.push(visibleMs)
    for (const letter of 'Hoà')
      typed.push((await timeTap(page, () => page.keyboard.type(letter), { on: 'input' })).visibleMs)
    await name.blur()
  }
  return [
    figure('add about the 30th row of 12 questions, 4× slower, p50', percentile(added, 0.5), 'ms', 100),
    figure('add about the 30th row of 12 questions, 4× slower, p95', percentile(added, 0.95), 'ms', 100),
    figure('type in about the 30th row, 4× slower, p50', percentile(typed, 0.5), 'ms'),
    figure('type in about the 30th row, 4× slower, p95', percentile(typed, 0.95), 'ms', 50),
  ]
}
