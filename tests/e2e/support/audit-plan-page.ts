import type { Page } from 'playwright-core'
import { goTo, waitUntilStill } from './pages.ts'
import { pill } from './sync-page.ts'
import { word, type Language } from './words.ts'

/** The year's programme and the plan of an audit, as a lead auditor makes them. */
export function auditPlanPage(page: Page, language: Language = 'vi') {
  const button = (key: string) =>
    page.getByRole('button', { name: word(`auditPlan.${key}`, language), exact: true })
  const dialog = page.locator('dialog[open]')

  /** The matrix of communes and areas. */
  async function openProgramme(): Promise<void> {
    await goTo(page, '/audits')
    await page.locator('a[href="/audits/programme"]').click()
    await page.locator('table a[href*="unit="]').first().waitFor()
  }

  /** A commune's programme, the first one's unless a name is given; with lines, put there if it has none. */
  async function openCommune(name?: string): Promise<void> {
    await openProgramme()
    const links = page.locator('table a[href*="unit="]')
    await (name === undefined ? links.first() : links.filter({ hasText: name })).click()
    await page.locator('textarea').first().waitFor()
    await waitUntilStill(page)
    if (await page.getByText(word('auditPlan.programme.noRows', language), { exact: true }).isVisible())
      await addAreas(5)
  }

  async function addAreas(count: number): Promise<void> {
    await button('programme.add').click()
    const areas = dialog.getByRole('group', { name: word('auditPlan.programme.areas', language) })
    for (let at = 0; at < count; at++) await areas.locator('label').nth(at).click()
    await dialog.locator('select').selectOption(String(new Date().getMonth() + 1))
    const auditors = dialog.getByRole('group', { name: word('auditPlan.programme.auditors', language) })
    for (let at = 0; at < 2; at++) await auditors.locator('label:has(input:enabled)').nth(at).click()
    await button('timetable.keep').click()
    await dialog.waitFor({ state: 'detached' })
  }

  const rowsOf = (state: string) =>
    page.locator('main li a[href^="/audits/audit."]').filter({
      hasText: word(`audits.state.${state}`, language),
    })

  /** Where the first audit of a state stands. */
  async function openOverview(state: string): Promise<void> {
    await goTo(page, '/audits')
    await rowsOf(state).first().click()
    await page.locator('a[href$="/plan"]').first().waitFor()
    await waitUntilStill(page)
  }

  /** Begins an audit of a commune, by its name. */
  async function begin(commune: string): Promise<void> {
    await goTo(page, '/audits')
    await pill(page, 'synced', language).waitFor({ timeout: 60_000 })
    await button('list.new').click()
    await dialog.locator('select').first().selectOption({ label: commune })
    await button('new.start').click()
    await waitForPlan()
  }

  /** The plan that is being drawn up; begun if there is none. */
  async function openPlan(commune: string): Promise<void> {
    await goTo(page, '/audits')
    await page.locator('main li a[href^="/audits/audit."]').first().waitFor()
    if ((await rowsOf('draft').count()) === 0) {
      await begin(commune)
      return
    }
    await rowsOf('draft').first().click()
    await page.locator('a[href$="/plan"]').first().click()
    await waitForPlan()
  }

  async function waitForPlan(): Promise<void> {
    await page.waitForURL('**/plan')
    await page.locator('[id=plan-dates]').waitFor()
    await waitUntilStill(page)
  }

  return { openProgramme, openCommune, openOverview, begin, openPlan, addAreas, button, dialog }
}
