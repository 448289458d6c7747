import type { FormPath, FormProblem } from './form-problem.ts'
import type { FormVersion, Question } from './form-version.ts'

/** What the shape alone cannot say: ids and options are unique, ranges are not empty, bands ascend. */
export function checkFormVersion(form: FormVersion): readonly FormProblem[] {
  const problems: FormProblem[] = []
  const seen = new Set<string>()
  const see = (id: string, path: FormPath): void => {
    if (seen.has(id)) problems.push({ code: 'duplicateId', path, id })
    seen.add(id)
  }
  form.sections.forEach((section, at) => {
    see(section.id, ['sections', at, 'id'])
    section.questions.forEach((question, index) => {
      const path = ['sections', at, 'questions', index]
      see(question.id, [...path, 'id'])
      problems.push(...checkQuestion(question, path))
    })
  })
  form.scoring?.bands.forEach(({ min, max }, at, bands) => {
    const before = bands[at - 1]
    if (min > max || (before && before.min >= min))
      problems.push({ code: 'bandsOutOfOrder', path: ['scoring', 'bands', at] })
  })
  return problems
}

function checkQuestion(question: Question, path: FormPath): readonly FormProblem[] {
  const problems: FormProblem[] = []
  if ('options' in question) {
    const values = new Set<string>()
    question.options.forEach(({ value }, at) => {
      const here = [...path, 'options', at, 'value']
      if (values.has(value)) problems.push({ code: 'duplicateOption', path: here, value })
      if (/\s/u.test(value)) problems.push({ code: 'spaceInOption', path: here, value })
      values.add(value)
    })
  }
  if ('min' in question && 'max' in question && (question.min ?? -Infinity) >= (question.max ?? Infinity))
    problems.push({ code: 'emptyRange', path })
  return problems
}
