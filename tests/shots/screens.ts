import type { Page } from 'playwright-core'
import type { Role } from '../../src/domain/people/role.ts'
import { goTo } from '../e2e/support/pages.ts'
import { surveyPage } from '../e2e/support/survey-page.ts'
import type { sizes } from '../e2e/support/browser.ts'
import { word, type Language } from '../e2e/support/words.ts'

/** A screen to be looked at: who sees it and how it is reached from the start page. */
export interface Screen {
  readonly name: string
  /** Null for a screen before sign-in. */
  readonly role: Role | null
  readonly reach: (page: Page, language: Language) => Promise<void>
}

/** Every screen of the app; `npm run shots` writes each in both languages and four sizes. */
export const screens: readonly Screen[] = [
  { name: 'sign-in', role: null, reach: async () => {} },
  { name: 'work', role: 'communeOfficial', reach: page => goTo(page, '/work') },
  { name: 'fill', role: 'communeOfficial', reach: (page, language) => surveyPage(page, language).open() },
  { name: 'finish', role: 'communeOfficial', reach: openFinish },
  { name: 'sync', role: 'communeOfficial', reach: page => goTo(page, '/sync') },
  { name: 'account', role: 'communeOfficial', reach: page => goTo(page, '/account') },
  { name: 'communes', role: 'districtOfficer', reach: page => goTo(page, '/communes') },
  { name: 'review', role: 'districtOfficer', reach: openSentReview },
  { name: 'province', role: 'provinceCoordinator', reach: page => goTo(page, '/communes') },
  { name: 'people', role: 'administrator', reach: page => goTo(page, '/people') },
]

/** The pictures of README.md, in Vietnamese: tests/shots/readme/<file>.jpg */
export const readmePictures: readonly { file: string; screen: string; size: keyof typeof sizes }[] = [
  { file: 'fill', screen: 'fill', size: 'tablet' },
  { file: 'communes', screen: 'communes', size: 'tablet' },
  { file: 'work', screen: 'work', size: 'phone' },
  { file: 'review', screen: 'review', size: 'phone' },
]

async function openSentReview(page: Page, language: Language): Promise<void> {
  await goTo(page, '/communes')
  const sent = page.getByRole('row').filter({ hasText: word('responses.state.sent', language) })
  await sent.locator('a[href^="/review/"]').first().click()
  await page.locator('[id^=question-]').first().waitFor()
}

async function openFinish(page: Page, language: Language): Promise<void> {
  const survey = surveyPage(page, language)
  await survey.open()
  await page.goto(page.url().replace(/(responses\/[^/#]+).*$/u, '$1/finish'))
  await page.locator('progress').first().waitFor()
}
