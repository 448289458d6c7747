import survey from '../../src/content/forms/survey-baseline.json' with { type: 'json' }
import { compileForm, type CompiledForm } from '../../src/domain/forms/compile-form.ts'
import { createFormSession } from '../../src/domain/forms/form-session.ts'
import type { AnswerValue, FormVersion, Question } from '../../src/domain/forms/form-version.ts'

const compiled = compileForm(survey as unknown as FormVersion)
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))

/** The built-in baseline survey, compiled. */
export const theSurvey: CompiledForm = compiled.value
export const surveyName = { id: theSurvey.form.id, version: theSurvey.form.version }

/** Answers that complete the survey on that day; `change` overrides some of them. */
export function completeAnswers(
  today: string,
  change: Readonly<Record<string, AnswerValue>> = {},
): Record<string, AnswerValue> {
  const session = createFormSession(
    theSurvey,
    { answers: {}, files: {}, confirmed: {} },
    { today: () => today },
  )
  const answers: Record<string, AnswerValue> = {}
  for (const [id, { question }] of theSurvey.questions) {
    if (!session.question(id).relevant && !(id in change)) continue
    const value = change[id] ?? plausible(question, today)
    if (value === undefined) continue
    answers[id] = value
    session.setAnswer(id, value)
  }
  return answers
}

const numbers: Readonly<Record<string, number>> = {
  s1_villages: 9,
  s1_population: 3200,
  s1_staff_total: 21,
  s3_area: 42.5,
  s3_count: 120,
  s3_recv: 300,
  s3_done: 280,
  s3_late: 4,
  s4_pc: 12,
  s4_pc_ok: 9,
  s5_comp: 3,
  s5_comp_done: 2,
  s5_survey_rate: 86.5,
  s7_scope: 30,
}

function plausible(question: Question, today: string): AnswerValue | undefined {
  switch (question.type) {
    case 'org_unit':
      return '05977@2017-10-15'
    case 'date':
      return today
    case 'text':
    case 'textarea':
      return 'Nguyễn Văn A'
    case 'integer':
    case 'decimal':
      return numbers[question.id] ?? 2
    case 'rating':
    case 'range':
      return question.max
    case 'select_one':
    case 'yes_no_partly':
      return question.options[0]?.value
    case 'select_multiple':
      return question.options.slice(0, 1).map(option => option.value)
    case 'photo':
    case 'signature':
    case 'calculate':
    case 'note':
      return undefined
  }
}
