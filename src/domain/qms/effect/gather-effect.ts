import type { FormItem, FormVersion, Question } from '../../forms/form-version.ts'
import { responseType } from '../../responses/response-fields.ts'
import { readResponse } from '../../responses/response.ts'
import { findSurvey } from '../find-survey.ts'
import type { StoredThing } from '../gather-facts.ts'
import type { Programme } from '../programme.ts'
import type { QmsFacts } from '../qms-facts.ts'
import { numberIn, type BaselineSurvey, type CitizenAnswer, type EffectFacts } from './effect-facts.ts'
import { evaluationFormId, type Answers, type Evaluation } from './evaluation.ts'

interface Given {
  readonly unit: string
  readonly programme: Programme
  readonly qms: QmsFacts
  readonly dayOf: EffectFacts['dayOf']
  readonly findForm: EffectFacts['findForm']
}

/** Puts together, from the things of a commune's feed, what the indicators are computed from. */
export function gatherEffect(things: readonly StoredThing[], given: Given): EffectFacts {
  const { unit, programme, qms, dayOf, findForm } = given
  const known = new Set(things.map(({ thing }) => thing))
  const surveyThing = findSurvey(programme, unit, response => known.has(response))
  let survey: BaselineSurvey | undefined
  const citizens: CitizenAnswer[] = []
  const evaluations: Evaluation[] = []
  for (const { type, thing, fields } of things) {
    if (type !== responseType) continue
    const response = readResponse(fields)
    const form = response.form && findForm(response.form)
    const sent = response.moves.findLast(({ to }) => to === 'sent')
    const on = sent && dayOf(sent.at)
    const answers: Answers = sent?.sent?.answers ?? response.answers
    if (thing === surveyThing && form && on !== undefined)
      survey = { thing, on, valueOf: valuesOf(form, answers) }
    if (form?.anonymous === true && on !== undefined) {
      const overall = satisfactionOf(form, answers)
      if (overall !== undefined) citizens.push({ on, isSatisfied: overall })
    }
    if (response.form?.id === evaluationFormId && response.state !== 'returned')
      evaluations.push({
        thing,
        isSent: sent !== undefined,
        on,
        answers: sent ? answers : response.answers,
        useScore: form && useScoreOf(form, sent ? answers : response.answers),
      })
  }
  // A sent one before one that is only begun; of several sent ones the newest.
  const evaluation = evaluations
    .sort((a, b) => ((a.on ?? '') + a.thing < (b.on ?? '') + b.thing ? -1 : 1))
    .at(-1)
  return { qms, survey, citizens, evaluation, findForm, dayOf }
}

const questionsOf = (items: readonly FormItem[]): readonly Question[] =>
  items.flatMap(item =>
    item.type === 'repeat' ? [] : item.type === 'group' ? questionsOf(item.items) : [item],
  )

const allQuestions = (form: FormVersion): readonly Question[] =>
  form.sections.flatMap(({ items }) => questionsOf(items))

/** What a form says of an indicator, by its last question outside repeats that has something. */
const valuesOf =
  (form: FormVersion, answers: Answers) =>
  (indicator: string): number | undefined =>
    allQuestions(form)
      .filter(question => question.indicator === indicator)
      .map(({ id }) => numberIn(answers, id))
      .findLast(value => value !== undefined)

/** Whether a citizen is satisfied: the option of the question that feeds the rate scores. Undefined: not answered. */
function satisfactionOf(form: FormVersion, answers: Answers): boolean | undefined {
  const question = allQuestions(form).find(one => one.indicator === 'satisfaction_rate')
  const option = question && optionsOf(form, question).find(({ value }) => value === answers[question.id])
  return option && (option.score ?? 0) > 0
}

/** Options scored 0–1, weighted, of the section on how the system is lived by. */
function useScoreOf(form: FormVersion, answers: Answers): number | undefined {
  const section = form.sections.find(({ id }) => id === 'ef_use')
  let sum = 0
  let weights = 0
  for (const question of section ? questionsOf(section.items) : []) {
    const chosen = optionsOf(form, question).find(({ value }) => value === answers[question.id])
    if (chosen?.score === undefined) continue
    const weight = question.weight ?? 1
    sum += chosen.score * weight
    weights += weight
  }
  return weights === 0 ? undefined : (sum / weights) * 100
}

function optionsOf(
  form: FormVersion,
  question: Question,
): readonly { readonly value: string; readonly score?: number }[] {
  if ('list' in question && typeof question.list === 'string') return form.choiceLists?.[question.list] ?? []
  return 'options' in question && Array.isArray(question.options) ? question.options : []
}
