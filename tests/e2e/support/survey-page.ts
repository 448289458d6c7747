import type { Locator, Page } from 'playwright-core'
import survey from '../../../src/content/forms/survey-baseline.json' with { type: 'json' }
import type { AnswerValue, FormVersion, Question } from '../../../src/domain/forms/form-version.ts'
import { listQuestions } from '../../../src/domain/forms/list-questions.ts'
import { waitUntil } from '../../support/wait-until.ts'
import { goTo } from './pages.ts'
import type { PhotoFile } from './photo.ts'
import { word, type Language } from './words.ts'

export const surveyForm = survey as unknown as FormVersion

export interface SurveyPage {
  /** From "my work" into the survey, whatever the button says now (start, continue, correct, open). */
  readonly open: () => Promise<void>
  readonly goToSection: (section: string) => Promise<void>
  readonly card: (question: string) => Locator
  /** Answers and leaves the field; `waitUntilSaved` tells when the tablet has it. */
  readonly answer: (question: string, value: AnswerValue) => Promise<void>
  readonly note: (question: string, text: string) => Promise<void>
  /** From the clipboard, over whatever the field holds. */
  readonly paste: (field: Locator, text: string) => Promise<void>
  readonly noteField: (question: string) => Promise<Locator>
  /** Through the file chooser of "choose a photo". */
  readonly addPhotos: (question: string, files: readonly PhotoFile[]) => Promise<void>
  readonly sign: (question: string) => Promise<void>
  readonly whereabouts: (question: string) => Promise<string | null>
  readonly waitUntilSaved: (question: string) => Promise<void>
  /** What the screen shows as the answer, in the shape of `answer`. */
  readonly read: (question: string) => Promise<AnswerValue | null>
  readonly send: () => Promise<void>
}

export const surveyPage = (page: Page, language: Language = 'vi'): SurveyPage => {
  const say = (key: string) => word(key, language)
  const card = (question: string) => page.locator(`#question-${question}`)
  const control = (question: string) => page.locator(`#q-${question}`)

  const answer = async (id: string, value: AnswerValue) => {
    const question = mustFindQuestion(id)
    switch (question.type) {
      case 'select_one':
      case 'yes_no_partly':
        return await row(control(id), positionOf(question, value)).click()
      case 'select_multiple':
        for (const [at, option] of question.options.entries()) {
          const box = control(id).locator('label').nth(at)
          const isWanted = Array.isArray(value) && value.includes(option.value)
          if ((await box.locator('input').isChecked()) !== isWanted) await box.click()
        }
        return undefined
      case 'rating':
        return await row(control(id), Number(value) - 1).click()
      case 'date':
        await control(id).fill(String(value).split('-').toReversed().join('/'))
        return await control(id).blur()
      default:
        await control(id).fill(typeof value === 'number' ? String(value).replace('.', ',') : String(value))
        return await control(id).blur()
    }
  }

  const read = async (id: string): Promise<AnswerValue | null> => {
    const question = mustFindQuestion(id)
    if (
      question.type === 'select_one' ||
      question.type === 'yes_no_partly' ||
      question.type === 'select_multiple'
    ) {
      const inputs = control(id).locator('label input')
      const chosen: string[] = []
      for (const [at, option] of question.options.entries())
        if (await inputs.nth(at).isChecked()) chosen.push(option.value)
      return question.type === 'select_multiple' ? chosen : (chosen[0] ?? null)
    }
    if (question.type === 'rating') {
      const checked = await control(id)
        .locator('label input')
        .evaluateAll(inputs => inputs.findIndex(input => (input as HTMLInputElement).checked))
      return checked < 0 ? null : checked + 1
    }
    const text = await control(id).inputValue()
    if (text === '') return null
    if (question.type === 'date') return text.split('/').toReversed().join('-')
    if (question.type === 'integer' || question.type === 'decimal')
      return Number(text.replaceAll('.', '').replace(',', '.'))
    return text
  }

  const whereabouts = async (question: string) => {
    // Far from the screen a question is drawn only when it comes near.
    await card(question).waitFor({ state: 'attached' })
    const mark = card(question).locator('[data-where]')
    return (await mark.count()) === 0 ? null : await mark.getAttribute('data-where')
  }

  const noteField = async (question: string) => {
    const add = card(question).getByRole('button', { name: say('responses.note.add') })
    const field = card(question).getByRole('textbox', { name: say('responses.note.label') })
    await add.or(field).first().waitFor()
    if (await add.isVisible()) await add.click()
    return field
  }

  const goToSection = async (section: string) => {
    const nav = page.getByRole('navigation', { name: say('responses.sections') })
    const sections = surveyForm.sections.map(one => one.id).concat('finish')
    if (await nav.isVisible()) await nav.getByRole('button').nth(sections.indexOf(section)).click()
    else await page.getByRole('combobox', { name: say('responses.sections') }).selectOption(section)
    await page.waitForURL(url => url.pathname.endsWith(`/${section}`))
  }

  return {
    open: async () => {
      await goTo(page, '/work')
      const doing = ['start', 'continue', 'fix', 'open'].map(key => say(`work.${key}`)).join('|')
      await page
        .getByRole('button', { name: new RegExp(`^(?:${doing})$`, 'u') })
        .first()
        .click()
      await page.locator('[id^=question-]').first().waitFor()
    },
    goToSection,
    card,
    answer,
    note: async (question, text) => {
      const field = await noteField(question)
      await field.fill(text)
      await field.blur()
    },
    noteField,
    paste: async (field, text) => {
      await page.evaluate(pasted => navigator.clipboard.writeText(pasted), text)
      await field.focus()
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.press('ControlOrMeta+V')
    },
    addPhotos: async (question, files) => {
      const chooser = page.waitForEvent('filechooser')
      await card(question).getByText(say('responses.photo.choose')).click()
      await (await chooser).setFiles([...files])
    },
    sign: async question => {
      await card(question)
        .getByRole('button', { name: say('responses.signature.sign') })
        .click()
      const box = await page.locator('dialog canvas').boundingBox()
      if (!box) throw new Error('no place to sign')
      await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.6)
      await page.mouse.down()
      for (let step = 1; step <= 12; step++)
        await page.mouse.move(
          box.x + box.width * (0.2 + step * 0.05),
          box.y + box.height * (0.6 + Math.sin(step) * 0.2),
        )
      await page.mouse.up()
      await page
        .locator('dialog')
        .getByRole('button', { name: say('ui.signature.done') })
        .click()
      await page.locator('dialog canvas').waitFor({ state: 'detached' })
    },
    whereabouts,
    waitUntilSaved: async question => {
      await waitUntil(`"saved" at ${question}`, async () =>
        ['onTablet', 'atServer'].includes((await whereabouts(question)) ?? ''),
      )
    },
    read,
    send: async () => {
      await goToSection('finish')
      const send = new RegExp(
        `^(?:${say('responses.finish.send')}|${say('responses.finish.sendAgain')})$`,
        'u',
      )
      await page.getByRole('button', { name: send }).first().click()
      await page.locator('dialog[open]').getByRole('button', { name: send }).click()
    },
  }
}

/** The questions of a section, in order. */
export const questionsOf = (section: string): readonly Question[] =>
  listQuestions(surveyForm.sections.find(one => one.id === section)?.items ?? [])

const row = (group: Locator, at: number): Locator => group.locator('label').nth(at)

function mustFindQuestion(id: string): Question {
  const found = surveyForm.sections
    .flatMap(section => listQuestions(section.items))
    .find(question => question.id === id)
  if (!found) throw new Error(`the survey has no question ${id}`)
  return found
}

function positionOf(question: Extract<Question, { options: unknown }>, value: AnswerValue): number {
  const at = question.options.findIndex(option => option.value === value)
  if (at < 0) throw new Error(`${question.id} has no option ${String(value)}`)
  return at
}
