import type { Page } from 'playwright-core'
import { waitUntilStill } from './pages.ts'

/** The audit of the demo that is under way, as the server tells the auditor of this page. */
export async function findAuditUnderway(page: Page, person = 'p-danhgia'): Promise<string> {
  const found = await page.evaluate(async author => {
    const body = {
      protocol: 1,
      person: author,
      device: 'test-look-up-0001',
      ops: [],
      cursors: {},
      room: 4_000_000,
    }
    const response = await fetch('/api/sync', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-isoxa-request': '1' },
      body: JSON.stringify(body),
    })
    const { pages } = (await response.json()) as { pages: readonly { entries: readonly unknown[][] }[] }
    return pages
      .flatMap(({ entries }) => entries)
      .filter(([, type, , field]) => type === 'audit' && String(field).startsWith('moves/'))
      .map(([, , thing, , value]) => ({ thing: String(thing), to: (value as { to?: string } | null)?.to }))
  }, person)
  const ended = new Set(
    found.filter(({ to }) => to === 'signed' || to === 'cancelled').map(({ thing }) => thing),
  )
  const thing = found.find(one => one.to === 'underway' && !ended.has(one.thing))?.thing
  if (thing === undefined) throw new Error('no audit is under way')
  return thing
}

/** The fieldwork of an audit, as its auditors and the tests walk it. */
export function auditPage(page: Page) {
  const card = (key: string) => page.locator(`[id="check-${key}"]`)
  return {
    card,
    async openWork(thing: string, search = ''): Promise<void> {
      await page.goto(`${new URL(page.url()).origin}/audits/${encodeURIComponent(thing)}/work${search}`)
      await page.locator('article').first().waitFor()
      await waitUntilStill(page)
    },
    async openFindings(thing: string, search = ''): Promise<void> {
      await page.goto(`${new URL(page.url()).origin}/audits/${encodeURIComponent(thing)}/findings${search}`)
      await waitUntilStill(page)
    },
  }
}
