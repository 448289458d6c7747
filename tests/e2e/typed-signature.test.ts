import { expect, test } from 'vitest'
import { expectAccessible } from './support/axe.ts'
import { findDemoAccount } from './support/demo-account.ts'
import { oneTablet } from './support/one-tablet.ts'
import { signIn } from './support/pages.ts'
import { surveyPage } from './support/survey-page.ts'
import { word } from './support/words.ts'

const { server, tablet } = oneTablet()

test('who has no pointer signs by typing their name, with the keyboard alone, and the picture holds it and its note', async () => {
  const page = tablet().page()
  await signIn(page, server().origin, await findDemoAccount(page, server().origin, 'communeOfficial'))
  const survey = surveyPage(page)
  await survey.open()
  await survey.goToSection('s7')
  const press = async (key: string, times = 1) => {
    for (let at = 0; at < times; at++) await page.keyboard.press(key)
  }
  await survey.card('s7_sign').getByRole('button').first().focus()
  await press('Enter')
  const dialog = page.locator('dialog[open]')
  await dialog.locator('canvas').waitFor()
  // Past the button that closes: nothing is drawn, so the pad's own buttons are no stops.
  await press('Tab', 2)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(word('ui.signature.type'))
  await press('Enter')
  await page.keyboard.type('  ')
  const done = dialog.getByRole('button', { name: word('ui.signature.done'), exact: true })
  expect(await done.isDisabled()).toBe(true)
  await page.keyboard.type('Đàm Văn Lực')
  await expectAccessible(page)
  await press('Tab')
  await press('Enter')
  await dialog.waitFor({ state: 'detached' })

  const picture = survey.card('s7_sign').locator('img')
  await picture.waitFor()
  // Ink in the upper part is the name, in the lower the words that it was typed.
  const ink = await picture.evaluate(async (one: HTMLImageElement) => {
    await one.decode()
    const canvas = document.createElement('canvas')
    canvas.width = one.naturalWidth
    canvas.height = one.naturalHeight
    const context = canvas.getContext('2d')
    context?.drawImage(one, 0, 0)
    const parts = [
      [0.2, 0.6],
      [0.74, 0.9],
    ] as const
    return parts.map(([from, to]) => {
      const { data } = context?.getImageData(
        0,
        Math.round(canvas.height * from),
        canvas.width,
        Math.round(canvas.height * (to - from)),
      ) ?? { data: [] }
      return [...data].filter((value, at) => at % 4 === 3 && value > 128).length
    })
  })
  expect(ink.every(count => count > 1_000)).toBe(true)
})
