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
import { readmePictures, screens, type Screen } from './screens.ts'
import { takeSmallPicture } from './take-small-picture.ts'

type Size = keyof typeof sizes

const folder = join(projectRoot, 'shots')
const readmeFolder = join(projectRoot, 'tests/shots/readme')
const isReadme = process.argv.includes('--readme')
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
        await takeSizes(page, screen, language)
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
  const pictures = readmePictures.filter(picture => picture.screen === screen.name)
  const chosen = isReadme ? pictures.map(picture => picture.size) : (Object.keys(sizes) as Size[])
  for (const size of chosen) {
    await page.setViewportSize(sizes[size])
    await waitUntilStill(page)
    const picture = pictures.find(one => one.size === size)
    if (isReadme && picture)
      writeFileSync(join(readmeFolder, `${picture.file}.jpg`), await takeSmallPicture(page))
    else
      await page.screenshot({ path: join(folder, `${screen.name}.${size}.${language}.png`), fullPage: true })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (overflow > 0) failures.push(`${screen.name} (${language}, ${size}): ${overflow} px too wide`)
  }
}

mkdirSync(isReadme ? readmeFolder : folder, { recursive: true })
const server = await startServer()
const wanted = screens
  .filter(screen => asked.length === 0 || asked.includes(screen.name))
  .filter(screen => !isReadme || readmePictures.some(picture => picture.screen === screen.name))
for (const language of isReadme ? (['vi'] as const) : (['vi', 'en'] as const))
  for (const role of new Set(wanted.map(screen => screen.role)))
    await shoot(
      role,
      language,
      wanted.filter(screen => screen.role === role),
    )
await server.stop()

for (const failure of failures) console.error(failure)
console.log(`${isReadme ? readmeFolder : folder}: ${failures.length} problems`)
process.exit(failures.length > 0 ? 1 : 0)
