import type { CompiledForm } from '../../domain/forms/compile-form.ts'
import { createFormSession } from '../../domain/forms/form-session.ts'
import type { ChoiceQuestion, Question } from '../../domain/forms/form-version.ts'

interface Wish {
  readonly today: string
  readonly unit: string
  /** 0–1: how good the commune is. */
  readonly level: number
  /** 0–1: how much of the form is answered. */
  readonly share: number
  readonly seed: number
}

type Answer = string | number | string[]

/** Believable answers, the same for the same seed; with share 1 nothing required is missing and nothing invalid. */
export function demoAnswers(form: CompiledForm, wish: Wish): Record<string, Answer> {
  const random = lcg(wish.seed)
  const session = createFormSession(
    form,
    { answers: {}, files: {}, confirmed: {} },
    { today: () => wish.today },
  )
  const answers: Record<string, Answer> = {}
  const most = Math.round(form.questions.size * wish.share)
  let asked = 0
  for (const [id, { question }] of form.questions) {
    asked++
    if (!session.question(id).relevant || (asked > most && id !== 's0_unit')) continue
    const value = answerTo(question, answers, { ...wish, random })
    if (value === undefined) continue
    answers[id] = value
    session.setAnswer(id, value)
  }
  if (wish.share === 1 && session.missing().length > 0)
    throw new Error(`demo answers are not complete: ${JSON.stringify(session.missing())}`)
  return answers
}

interface Given extends Wish {
  readonly random: () => number
}

function answerTo(question: Question, earlier: Record<string, Answer>, given: Given): Answer | undefined {
  const { random, level, unit, today } = given
  switch (question.type) {
    case 'org_unit':
      return unit
    case 'date':
      return today
    case 'text':
      return question.id === 's0_respondent' ? 'Nguyễn Văn Toàn' : 'Hoàng Thị Liên'
    case 'textarea':
      return 'Đề nghị tỉnh tập huấn thêm một buổi về cách viết quy trình.'
    case 'integer':
    case 'decimal':
      return numberFor(question.id, earlier, random)
    case 'rating':
    case 'range':
      return Math.max(question.min, Math.min(question.max, Math.round(2 + level * 3)))
    case 'select_one':
    case 'yes_no_partly':
      return choiceFor(question, level + (random() - 0.5) * 0.5)
    case 'select_multiple': {
      const usual = question.options.filter(option => !option.exclusive).slice(0, 3)
      return usual.slice(0, 1 + Math.floor(random() * usual.length)).map(option => option.value)
    }
    case 'photo':
    case 'signature':
    case 'audio':
    case 'file':
    case 'barcode':
    case 'geopoint':
    case 'time':
    case 'dateTime':
    case 'rank':
    case 'acknowledge':
    case 'hidden':
    case 'metadata':
    case 'calculate':
    case 'note':
      return undefined
  }
}

function choiceFor({ options }: ChoiceQuestion, luck: number): string {
  const scored = options.filter(option => option.score !== undefined)
  const pool = scored.length > 0 ? scored : options
  const at = Math.floor((1 - Math.min(0.99, Math.max(0.01, luck))) * pool.length)
  return pool[at]?.value ?? options[0]?.value ?? ''
}

/** Numbers that agree with each other: parts never exceed their whole. */
function numberFor(id: string, earlier: Record<string, Answer>, random: () => number): number {
  const part = (whole: string, share: number): number =>
    Math.floor(((earlier[whole] as number | undefined) ?? 0) * share * (0.7 + random() * 0.3))
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1))
  switch (id) {
    case 's1_villages':
      return between(6, 14)
    case 's1_population':
      return between(1800, 5200)
    case 's1_staff_total':
      return between(18, 23)
    case 's1_staff_univ':
      return part('s1_staff_total', 0.7)
    case 's1_staff_it':
      return part('s1_staff_total', 0.8)
    case 's2_in':
      return between(180, 420)
    case 's2_out':
      return between(60, 160)
    case 's2_find_min':
      return between(5, 40)
    case 's3_count':
      return between(96, 142)
    case 's3_area':
      return between(40, 60)
    case 's3_recv':
      return between(160, 420)
    case 's3_done':
      return part('s3_recv', 0.98)
    case 's3_late':
      return part('s3_done', 0.05)
    case 's4_pc':
      return between(8, 16)
    case 's4_pc_ok':
      return part('s4_pc', 0.9)
    case 's4_noSignal':
      return part('s1_villages', 0.3)
    case 's4_share_n':
      return between(2, 6)
    case 's5_comp':
      return between(0, 9)
    case 's5_comp_done':
      return part('s5_comp', 1)
    case 's5_survey_rate':
      return between(74, 96)
    case 's7_scope':
      return part('s3_count', 0.3)
    default:
      return between(1, 5)
  }
}

/** A small generator of 0 ≤ n < 1, enough for sample data. */
function lcg(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
