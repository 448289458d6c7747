import { isChoice } from './is-choice.ts'
import type { FormPath, FormProblem } from './form-problem.ts'
import type { FormItem, FormVersion, Question } from './form-version.ts'

/** What the shape alone cannot say: ids and options are unique, ranges are not empty, bands ascend. */
export function checkFormVersion(form: FormVersion): readonly FormProblem[] {
  const problems: FormProblem[] = []
  const seen = new Set<string>()
  const see = (id: string, path: FormPath): void => {
    if (seen.has(id)) problems.push({ code: 'duplicateId', path, id })
    seen.add(id)
  }
  const walk = (items: readonly FormItem[], path: FormPath): void =>
    items.forEach((item, at) => {
      const here = [...path, 'items', at]
      see(item.id, [...here, 'id'])
      if ('items' in item) walk(item.items, here)
      else problems.push(...checkQuestion(item, here, form))
    })
  form.sections.forEach((section, at) => {
    const path = ['sections', at]
    see(section.id, [...path, 'id'])
    walk(section.items, path)
  })
  form.scoring?.bands.forEach(({ min, max }, at, bands) => {
    const before = bands[at - 1]
    if (min > max || (before && before.min >= min))
      problems.push({ code: 'bandsOutOfOrder', path: ['scoring', 'bands', at] })
  })
  return problems
}

function checkQuestion(question: Question, path: FormPath, form: FormVersion): readonly FormProblem[] {
  const problems: FormProblem[] = []
  if ('list' in question && question.list !== undefined && !form.choiceLists?.[question.list])
    problems.push({ code: 'unknownList', path: [...path, 'list'], list: question.list })
  const isListed = isChoice(question) && question.list === undefined && question.optionsFrom === undefined
  if (isListed && !question.options?.length)
    problems.push({ code: 'invalidShape', path: [...path, 'options'], expected: 'invalid_type' })
  // A list that several questions share may hold a value once for each of the answers it is filtered by.
  if (isChoice(question) && question.options && question.list === undefined) {
    const severalAreText = question.type === 'select_multiple' || question.type === 'rank'
    const values = new Set<string>()
    question.options.forEach(({ value }, at) => {
      const here = [...path, 'options', at, 'value']
      if (values.has(value)) problems.push({ code: 'duplicateOption', path: here, value })
      if (severalAreText && /\s/u.test(value)) problems.push({ code: 'spaceInOption', path: here, value })
      values.add(value)
    })
  }
  if ('min' in question && 'max' in question && (question.min ?? -Infinity) >= (question.max ?? Infinity))
    problems.push({ code: 'emptyRange', path })
  return problems
}
