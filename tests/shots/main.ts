import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Role } from '../../src/domain/people/role.ts'
import { openBrowser, sizes } from '../e2e/support/browser.ts'
import { findDemoAccount } from '../e2e/support/demo-account.ts'
import { chooseLanguage, signIn, waitUntilStill } from '../e2e/support/pages.ts'
import type { Language } from '../e2e/support/words.ts'
import { projectRoot } from '../support/children.ts'
import { startServer } from '../support/start-server.ts'
import { pictureSets } from './picture-sets.ts'
import { screens, type Screen } from './screens.ts'

type Size = keyof typeof sizes

// `--readme` and `--guide` take the pictures that are committed, instead of every screen in every size.
const set = pictureSets.find(({ option }) => process.argv.includes(option))
const folder = join(projectRoot, set?.folder ?? 'shots')
// `npm run shots -- fill review` takes these screens only.
const asked = process.argv.slice(2).filter(name => !name.startsWith('--'))
const failures: string[] = []

/** One browser for each person and language; a screen that cannot be reached does not keep the others from it. */
async function shoot(role: Role | null, language: Language, wanted: readonly Screen[]): Promise<void> {
  const browser = await openBrowser({ origin: server.origin, language })
  try {
    const page = browser.page()
    if (role === null) {
      await page.goto(server.origin)
      await chooseLanguage(page, language)
    } else await signIn(page, server.origin, await findDemoAccount(page, server.origin, role), language)
    for (const screen of wanted) {
      try {
        await screen.reach(page, language)
        await waitUntilStill(page)
        await (set ? takeSet(page, screen, language) : takeSizes(page, screen, language))
      } catch (error) {
        failures.push(`${screen.name} (${language}): ${String(error)}`)
      }
    }
    for (const error of browser.errors()) failures.push(`console (${role}, ${language}): ${error}`)
  } finally {
    await browser.close()
  }
}

async function takeSizes(page: Page, screen: Screen, language: Language): Promise<void> {
  for (const size of Object.keys(sizes) as Size[]) {
    await page.setViewportSize(sizes[size])
    // A screen left in its middle would be drawn under its own bars.
    await page.evaluate(() => scrollTo(0, 0))
    await waitUntilStill(page)
    await page.screenshot({
      path: join(folder, `${screen.name}.${size}.${language}.png`),
      fullPage: true,
      animations: 'disabled',
    })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (overflow > 0) failures.push(`${screen.name} (${language}, ${size}): ${overflow} px too wide`)
  }
}

async function takeSet(page: Page, screen: Screen, language: Language): Promise<void> {
  for (const picture of set?.pictures.filter(one => one.screen === screen.name) ?? []) {
    await page.setViewportSize(picture.viewport)
    await waitUntilStill(page)
    const { name, bytes } = await picture.take(page, language)
    writeFileSync(join(folder, name), bytes)
  }
}

mkdirSync(folder, { recursive: true })
const server = await startServer()
const wanted = screens
  .filter(screen => asked.length === 0 || asked.includes(screen.name))
  .filter(screen => !set || set.pictures.some(picture => picture.screen === screen.name))
for (const language of set?.languages ?? (['vi', 'en'] as const))
  for (const role of new Set(wanted.map(screen => screen.role)))
    await shoot(
      role,
      language,
      wanted.filter(screen => screen.role === role),
    )
await server.stop()

for (const failure of failures) console.error(failure)
console.log(`${folder}: ${failures.length} problems`)
process.exit(failures.length > 0 ? 1 : 0)
