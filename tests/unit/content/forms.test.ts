import { describe, expect, test } from 'vitest'
import attendance from '../../../src/content/forms/training-attendance.json' with { type: 'json' }
import audit from '../../../src/content/forms/audit-checklist-2008.json' with { type: 'json' }
import citizen from '../../../src/content/forms/citizen-satisfaction.json' with { type: 'json' }
import effectiveness from '../../../src/content/forms/effectiveness-3m.json' with { type: 'json' }
import interview from '../../../src/content/forms/awareness-interview.json' with { type: 'json' }
import quiz from '../../../src/content/forms/awareness-quiz.json' with { type: 'json' }
import quizKey from '../../../src/content/forms-private/awareness-quiz-key.json' with { type: 'json' }
import readiness from '../../../src/content/forms/readiness.json' with { type: 'json' }
import review from '../../../src/content/forms/document-review.json' with { type: 'json' }
import survey from '../../../src/content/forms/survey-baseline.json' with { type: 'json' }
import { parseExpression } from '../../../src/domain/forms/expressions/parse-expression.ts'
import type { FormVersion, Option, Question } from '../../../src/domain/forms/form-version.ts'
import { parseFormVersion } from '../../../src/domain/forms/parse-form-version.ts'
import { isRole } from '../../../src/domain/people/role.ts'
import { listCommitted } from '../../architecture/list-files.ts'
import { evaluateText } from '../domain/forms/expressions/evaluate-text.ts'
import { listExpressions, listItems, listTexts } from './list-form-parts.ts'

/** As written, before lists are filled in. */
const asForm = (json: unknown): FormVersion => json as FormVersion
const forms: readonly (readonly [string, FormVersion])[] = [
  survey,
  audit,
  review,
  attendance,
  interview,
  quiz,
  readiness,
  effectiveness,
  citizen,
].map(json => [json.id, asForm(json)])

const questionsOf = (form: FormVersion): readonly Question[] =>
  form.sections
    .flatMap(section => listItems(section.items))
    .filter(item => item.type !== 'group' && item.type !== 'repeat')
const repeatsOf = (form: FormVersion) =>
  form.sections.flatMap(section => listItems(section.items)).filter(item => item.type === 'repeat')

function mustFind(form: FormVersion, id: string): Question {
  const found = questionsOf(form).find(question => question.id === id)
  if (!found) throw new Error(`${form.id} has no ${id}`)
  return found
}

function optionsOf(form: FormVersion, question: Question): readonly Option[] {
  if (!('list' in question || 'options' in question)) return []
  return question.list === undefined ? question.options : (form.choiceLists?.[question.list] ?? [])
}
const valuesOf = (form: FormVersion, id: string): readonly string[] =>
  optionsOf(form, mustFind(form, id)).map(option => option.value)

/** The expression must be there: a rule that is not written does not pass. */
function mustText(expression: string | boolean | undefined): string {
  if (typeof expression !== 'string') throw new Error('no expression')
  return expression
}

describe.each(forms)('%s', (_, form) => {
  const questions = questionsOf(form)

  test('is a form version', () => {
    const parsed = parseFormVersion(form)
    expect(parsed.ok ? [] : parsed.error).toEqual([])
  })

  test('is filled by roles of the programme', () => {
    expect(form.filledByRoles?.length).toBeGreaterThan(0)
    expect(form.filledByRoles?.filter(role => !isRole(role))).toEqual([])
  })

  test('has expressions that can be read', () => {
    const broken = listExpressions(form).filter(expression => !parseExpression(expression).ok)
    expect(broken).toEqual([])
  })

  test('refers to what it has', () => {
    const names = new Set(form.sections.flatMap(section => listItems(section.items)).map(item => item.id))
    const named = listExpressions(form).flatMap(text =>
      [...text.matchAll(/\$\{([^}]*)\}/gu)].map(([, name = '']) => name),
    )
    expect(named.filter(name => !names.has(name))).toEqual([])
  })

  test('has an id for each part, and options for each choice', () => {
    const ids = form.sections.flatMap(section => [section, ...listItems(section.items)]).map(part => part.id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    const choices = questions.filter(question => 'list' in question || 'options' in question)
    expect(choices.filter(question => optionsOf(form, question).length < 2)).toEqual([])
    for (const question of choices) {
      const values = optionsOf(form, question).map(option => option.value)
      expect(new Set(values).size).toBe(values.length)
    }
  })

  test('uses each of its lists', () => {
    const used = new Set(questions.map(question => ('list' in question ? question.list : undefined)))
    expect(Object.keys(form.choiceLists ?? {}).filter(list => !used.has(list))).toEqual([])
  })

  test('speaks both languages', () => {
    const sameInBoth = /^(?:%|m²|ADSL|3G\/4G\/5G|TCVN ISO 9001:\d{4})$/u
    const texts = listTexts(form)
    expect(texts.length).toBeGreaterThan(questions.length)
    expect(texts.filter(({ vi, en }) => !vi?.trim() || !en?.trim())).toEqual([])
    expect(texts.filter(({ vi = '', en }) => vi === en && !sameInBoth.test(vi))).toEqual([])
    expect(texts.filter(({ vi = '' }) => vi !== vi.normalize('NFC'))).toEqual([])
  })
})

describe('the checklist of the internal audit', () => {
  const form = asForm(audit)
  const items = questionsOf(form).filter(question => 'list' in question && question.list === 'audit_result')

  test('has 70 items in the five clauses, 14 of them critical', () => {
    expect(items).toHaveLength(70)
    expect(items.filter(item => item.critical)).toHaveLength(14)
    const perClause = form.sections
      .filter(section => section.id.startsWith('clause_'))
      .map(section => listItems(section.items).filter(item => items.some(one => one === item)).length)
    expect(perClause).toEqual([11, 14, 8, 21, 16])
    for (const item of items) {
      expect(item).toMatchObject({ required: true, evidence: { photo: 'optional' } })
      expect([item.weight, item.clause?.length, item.evidenceToSee?.['vi']?.length]).not.toContain(undefined)
    }
  })

  test('names for each item whom to ask', () => {
    const known = form.choiceLists?.['interviewees']?.map(option => option.value) ?? []
    expect(known).toHaveLength(6)
    for (const item of items)
      for (const person of mustText(item.parameters?.['interviewee']).split('+'))
        expect(known).toContain(person)
  })

  test.each([
    ['', false, false],
    ['conform', false, false],
    ['ofi', true, false],
    ['minor', true, true],
    ['major', true, true],
    ['not_checked', true, false],
    ['na', true, false],
  ])('a verdict of %j needs a reason: %s, and evidence: %s', (verdict, reason, evidence) => {
    expect(['', ...valuesOf(form, 'ia_4_1_1')]).toContain(verdict)
    for (const { id } of items) {
      const values = { [id]: verdict }
      const note = mustFind(form, `${id}_note`)
      expect([note.required, evaluateText(mustText(note.relevance), values)]).toEqual([true, reason])
      expect(evaluateText(mustText(mustFind(form, `${id}_evidence`).required), values)).toBe(evidence)
    }
  })

  test('a nonconformity of a critical item is warned of, another is not', () => {
    const warning = items.filter(({ softConstraint }) => softConstraint)
    expect(warning).toEqual(items.filter(({ critical }) => critical))
    for (const { softConstraint } of warning) {
      const expr = mustText(softConstraint?.expr)
      const passes = ['ofi', 'minor', 'major'].filter(self => evaluateText(expr, {}, self) === true)
      expect(passes).toEqual(['ofi'])
    }
  })

  test('an auditor is warned at the items of their own work', () => {
    const warned = (own: string): number =>
      items.filter(
        ({ id }) =>
          evaluateText(mustText(mustFind(form, `${id}_own`).relevance), { ia_own_work: own }) === true,
      ).length
    expect([warned(''), warned('none'), warned('accountant'), warned('clerk accountant')]).toEqual([
      0, 0, 3, 9,
    ])
  })
})

describe('the review of documents', () => {
  const form = asForm(review)

  test('has 35 items, seven of them once per procedure', () => {
    const items = questionsOf(form).filter(
      question => 'list' in question && question.list === 'review_result',
    )
    expect([items.length, items.filter(item => item.critical).length]).toEqual([35, 18])
    const [documents, ...others] = repeatsOf(form)
    expect([documents?.id, others.length]).toEqual(['dr_work_docs', 0])
    const inside = listItems(documents?.items ?? []).filter(item => items.some(one => one === item))
    expect(inside).toHaveLength(7)
    const open = ['dr_work_open', 'dr_open_critical'].map(id => mustText(mustFind(form, id).calculation))
    for (const { id, critical } of items)
      expect([id, open.some(text => text.includes(`selected(\${${id}}, 'ok')`))]).toEqual([
        id,
        critical === true,
      ])
  })

  test('may not be issued while a critical item is open', () => {
    const { constraint } = mustFind(form, 'dr_decision')
    const allowed = (open: number) =>
      valuesOf(form, 'dr_decision').filter(
        value => evaluateText(mustText(constraint?.expr), { dr_open_critical: open }, value) === true,
      )
    expect([allowed(0), allowed(1)]).toEqual([
      ['approve', 'revise', 'reject'],
      ['revise', 'reject'],
    ])
  })
})

describe('training', () => {
  test('attendance has seven questions on the session and four for each participant', () => {
    const [session, people] = asForm(attendance).sections
    expect(session?.items).toHaveLength(7)
    expect(repeatsOf(asForm(attendance)).map(repeat => repeat.items.length)).toEqual([4])
    expect(people?.items).toHaveLength(3)
  })

  test('an interview asks ten things and is passed at 70', () => {
    const scored = questionsOf(asForm(interview)).filter(question => question.weight === 1)
    expect(scored).toHaveLength(10)
    expect(asForm(interview).scoring?.bands.map(band => [band.id, band.min])).toEqual([
      ['below', 0],
      ['pass', 70],
    ])
  })

  test('the quiz that goes to the tablets does not hold its answers', () => {
    expect(questionsOf(asForm(quiz))).toHaveLength(12)
    const keys = new Set<string>()
    JSON.stringify(quiz, (key: string, value: unknown) => (keys.add(key), value))
    expect(keys).toContain('options')
    for (const telling of [
      'score',
      'scoring',
      'correct',
      'answer',
      'answers',
      'explanation',
      'weight',
      'hint',
    ])
      expect(keys).not.toContain(telling)
    const text = JSON.stringify(quiz)
    for (const { vi, en } of Object.values(quizKey.explanations))
      expect([text.includes(vi), text.includes(en)]).toEqual([false, false])
  })

  test('the key answers each question of its version of the quiz with one of its options', () => {
    expect([quizKey.form, quizKey.version, quizKey.passMark]).toEqual([quiz.id, quiz.version, 70])
    const ids = questionsOf(asForm(quiz)).map(question => question.id)
    expect(Object.keys(quizKey.answers)).toEqual(ids)
    expect(Object.keys(quizKey.explanations)).toEqual(ids)
    for (const [id, answers] of Object.entries(quizKey.answers)) {
      expect(answers).toHaveLength(1)
      expect(valuesOf(asForm(quiz), id)).toEqual(expect.arrayContaining(answers))
    }
  })

  test('only the server imports the key', () => {
    const sources = listCommitted().filter(({ path }) => /^src\/(?!server\/).*\.tsx?$/u.test(path))
    expect(sources.length).toBeGreaterThan(100)
    expect(sources.filter(({ text }) => text.includes('forms-private')).map(({ path }) => path)).toEqual([])
  })
})

describe('readiness to declare', () => {
  const form = asForm(readiness)
  const gates = questionsOf(form).filter(question => question.gate !== undefined)
  const idsOf = (kind: string) => gates.filter(({ gate }) => gate === kind).map(({ id }) => id)
  const calculate = (id: string, values: Readonly<Record<string, string | number>>): unknown =>
    evaluateText(mustText(mustFind(form, id).calculation), values)

  test('has 29 gates, 24 of which must be met, and asks for each kind of proof', () => {
    expect([gates.length, idsOf('must').length, idsOf('should').length]).toEqual([29, 24, 5])
    const proofs = Object.groupBy(gates, ({ parameters }) => parameters?.['proof'] ?? '')
    expect(Object.entries(proofs).map(([proof, own]) => [proof, own?.length])).toEqual([
      ['file_or_photo', 9],
      ['auto', 13],
      ['observation', 7],
    ])
    for (const { id, parameters } of gates)
      expect(questionsOf(form).some(question => question.id === `${id}_auto`)).toBe(
        parameters?.['proof'] === 'auto',
      )
  })

  test.each([
    [0, 'ready'],
    [1, 'almost'],
    [2, 'almost'],
    [3, 'not_ready'],
    [24, 'not_ready'],
  ])('with %d gates that must be met still open it is %s', (open, decision) => {
    const answers = Object.fromEntries(
      idsOf('must').map((id, at) => [id, at < open ? (at % 2 === 0 ? 'not_met' : '') : 'met']),
    )
    expect(calculate('rd_must_open', answers)).toBe(open)
    expect(calculate('rd_should_open', answers)).toBe(5)
    expect(calculate('rd_decision', { rd_must_open: open })).toBe(decision)
    expect(valuesOf(form, 'rd_decision')).toContain(decision)
  })

  test('an answer other than the app computed needs a reason, and so does "not applicable"', () => {
    const needs = (gate: string, auto: string): unknown =>
      evaluateText(mustText(mustFind(form, 'rd_train_1_reason').relevance), {
        rd_train_1: gate,
        rd_train_1_auto: auto,
      })
    expect([needs('', 'met'), needs('met', 'met'), needs('not_met', 'not_met')]).toEqual([
      false,
      false,
      false,
    ])
    expect([needs('met', 'not_met'), needs('met', ''), needs('na', 'na')]).toEqual([true, true, true])
  })

  test('a file or a photo is enough', () => {
    const isAsked = (kind: string, values: Readonly<Record<string, string>>) =>
      evaluateText(mustText(mustFind(form, `rd_org_1_${kind}`).required), values)
    expect([isAsked('file', {}), isAsked('photo', {})]).toEqual([true, true])
    expect(isAsked('file', { rd_org_1_photo: 'a.jpg' })).toBe(false)
    expect(isAsked('photo', { rd_org_1_file: 'a.pdf' })).toBe(false)
  })
})

describe('effectiveness after three months', () => {
  const form = asForm(effectiveness)
  const indicators = form.sections.find(section => section.id === 'ef_ind')?.items ?? []

  test('asks for the figures of three months and computes 17 indicators', () => {
    expect(repeatsOf(form).map(({ id, count }) => [id, count])).toEqual([['ef_months', '3']])
    expect(indicators).toHaveLength(17)
    const ids = indicators.map(item => ('indicator' in item ? item.indicator : undefined))
    expect(new Set(ids).size).toBe(17)
    expect(ids).not.toContain(undefined)
    const uses = form.sections.find(section => section.id === 'ef_use')?.items
    expect([uses?.length, form.sections.find(section => section.id === 'ef_end')?.items.length]).toEqual([
      8, 3,
    ])
  })

  test('no figures, or zeros, give no rates rather than a division by nothing', () => {
    const zeros = Object.fromEntries(questionsOf(form).map(({ id }) => [id, 0]))
    const computed = questionsOf(form).filter(question => question.type === 'calculate')
    expect(computed.filter(({ calculation }) => evaluateText(calculation) !== '')).toEqual([])
    // A mean of three tests divides by three.
    const rates = computed.filter(
      ({ id, calculation }) => / div \S*\$/u.test(calculation) && id !== 'ef_i_find_minutes',
    )
    expect(rates).toHaveLength(18)
    expect(rates.filter(({ calculation }) => evaluateText(calculation, zeros) !== '')).toEqual([])
  })

  test.each([
    ['ef_i_ontime_rate', { ef_done: 290, ef_late: 29 }, 90],
    ['ef_i_settled_rate', { ef_recv: 300, ef_done: 290 }, 96.7],
    ['ef_i_avg_days', { ef_done: 3, ef_early: 0, ef_days: 10 }, 3.3],
    ['ef_i_find_minutes', { ef_find_1: 4, ef_find_2: 5, ef_find_3: 7 }, 5.3],
    ['ef_i_find_minutes', { ef_find_1: 4, ef_find_2: 5 }, ''],
    ['ef_i_complaints', { ef_comp: 0 }, 0],
    ['ef_i_nc_closed_rate', { ef_nc: 8, ef_nc_closed: 6 }, 75],
  ])('%s of %j is %j', (id, values, expected) => {
    expect(evaluateText(mustText(mustFind(form, id).calculation), values)).toBe(expected)
  })
})

describe('what citizens are asked', () => {
  const form = asForm(citizen)

  test('is twelve questions on three pages, two required, without a name', () => {
    expect(form.sections.map(section => [section.appearance, section.items.length])).toEqual([
      ['field-list', 4],
      ['field-list', 6],
      ['field-list', 2],
    ])
    expect(form.anonymous).toBe(true)
    const required = questionsOf(form).filter(question => question.required)
    expect(required.map(question => question.id)).toEqual(['cs_field', 'cs_overall'])
    expect(forms.filter(([, one]) => one.anonymous).map(([id]) => id)).toEqual([form.id])
  })

  test('counts as satisfied who is satisfied overall', () => {
    expect(
      questionsOf(form)
        .filter(question => question.weight)
        .map(question => question.id),
    ).toEqual(['cs_overall'])
    expect(optionsOf(form, mustFind(form, 'cs_overall')).map(({ value, score }) => [value, score])).toEqual([
      ['5', 1],
      ['4', 1],
      ['3', 0],
      ['2', 0],
      ['1', 0],
    ])
  })

  test('asks for an apology only when late, and of a result only when there is one', () => {
    const shown = (id: string, ontime: string) =>
      evaluateText(mustText(mustFind(form, id).relevance), { cs_ontime: ontime })
    expect(['', 'early', 'late', 'wait'].map(value => shown('cs_sorry', value))).toEqual([
      false,
      false,
      true,
      false,
    ])
    expect(['', 'early', 'late', 'wait'].map(value => shown('cs_result', value))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})
