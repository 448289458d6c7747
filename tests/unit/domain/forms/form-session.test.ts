import { describe, expect, test } from 'vitest'
import { initialAnswers } from '../../../../src/domain/forms/initial-answers.ts'
import type { AnswerValue, Question } from '../../../../src/domain/forms/form-version.ts'
import { toggleOption } from '../../../../src/domain/forms/toggle-option.ts'
import { aForm, aQuestion, aSection, label, mustCompile, openForm } from './a-form.ts'

const option = (value: string, more = {}) => ({ value, label, ...more })
const options = [option('a'), option('b'), option('none', { exclusive: true })]
const message = { vi: 'Sai', en: 'Wrong' }

describe('an answer must fit its type', () => {
  const cases: readonly (readonly [Partial<Question> & Pick<Question, 'type'>, AnswerValue, string])[] = [
    [{ type: 'text' }, 5, 'wrongType'],
    [{ type: 'text' }, 'x'.repeat(20_000), 'ok'],
    [{ type: 'text' }, 'x'.repeat(20_001), 'tooLong'],
    [{ type: 'textarea' }, ['a'], 'wrongType'],
    [{ type: 'org_unit' }, '05977@2017', 'ok'],
    [{ type: 'integer' }, 1.5, 'notInteger'],
    [{ type: 'integer' }, 2 ** 53, 'notInteger'],
    [{ type: 'integer' }, '5', 'wrongType'],
    [{ type: 'integer' }, 0, 'ok'],
    [{ type: 'integer', min: 1 }, 0, 'outOfRange'],
    [{ type: 'decimal', max: 1 }, 1.01, 'outOfRange'],
    [{ type: 'decimal' }, -1.5, 'ok'],
    [{ type: 'rating', min: 1, max: 5 }, 6, 'outOfRange'],
    [{ type: 'rating', min: 1, max: 5 }, 0, 'outOfRange'],
    [{ type: 'rating', min: 1, max: 5 }, 2.5, 'offStep'],
    [{ type: 'rating', min: 1, max: 5 }, 5, 'ok'],
    [{ type: 'range', min: 0, max: 1, step: 0.1 }, 0.3, 'ok'],
    [{ type: 'range', min: 0, max: 1, step: 0.1 }, 0.35, 'offStep'],
    [{ type: 'date' }, '2016-02-29', 'ok'],
    [{ type: 'date' }, '2017-02-29', 'notDate'],
    [{ type: 'date' }, '2017-13-01', 'notDate'],
    [{ type: 'date' }, '16/10/2017', 'notDate'],
    [{ type: 'date' }, '2017-10-16T10:00', 'notDate'],
    [{ type: 'date' }, 17455, 'wrongType'],
    [{ type: 'select_one', options }, 'a', 'ok'],
    [{ type: 'select_one', options }, 'z', 'unknownOption'],
    [{ type: 'select_one', options }, ['a'], 'wrongType'],
    [{ type: 'yes_no_partly', options }, 'z', 'unknownOption'],
    [{ type: 'select_multiple', options }, ['a', 'b'], 'ok'],
    [{ type: 'select_multiple', options }, ['none'], 'ok'],
    [{ type: 'select_multiple', options }, ['a', 'none'], 'exclusiveNotAlone'],
    [{ type: 'select_multiple', options }, ['a', 'z'], 'unknownOption'],
    [{ type: 'select_multiple', options }, ['a', 'a'], 'repeatedOption'],
    [{ type: 'select_multiple', options }, 'a', 'wrongType'],
  ]
  test.each(cases)('%j answered %.20j: %s', (type, value, expected) => {
    const session = openForm(aForm([aQuestion({ id: 'q', ...type })]), { answers: { q: value } })
    const { verdict, problem } = session.question('q')
    expect({ verdict, code: problem?.code }).toEqual(
      expected === 'ok' ? { verdict: 'ok', code: undefined } : { verdict: 'invalid', code: expected },
    )
  })
})

describe('what is required', () => {
  test.each<readonly [string, Partial<Question> & Pick<Question, 'type'>, AnswerValue | undefined, string]>([
    ['a required question without an answer is missing', { type: 'text' }, undefined, 'missing'],
    ['an empty text is no answer', { type: 'text' }, '', 'missing'],
    ['spaces are no answer', { type: 'text' }, '  ', 'missing'],
    ['no choice is no answer', { type: 'select_multiple', options }, [], 'missing'],
    ['zero is an answer', { type: 'integer' }, 0, 'ok'],
    ['a note is never missing', { type: 'note' }, undefined, 'empty'],
    ['a calculation is never missing', { type: 'calculate', calculation: "''" }, undefined, 'empty'],
    ['a read-only question is never missing', { type: 'text', readonly: true }, undefined, 'empty'],
  ])('%s', (_, type, value, verdict) => {
    const form = aForm([aQuestion({ id: 'q', ...type, required: true })])
    expect(openForm(form, { answers: value === undefined ? {} : { q: value } }).question('q').verdict).toBe(
      verdict,
    )
  })

  test('a question can be required by an expression', () => {
    const session = openForm(
      aForm([
        aQuestion({ id: 'a', type: 'text' }),
        aQuestion({ id: 'b', type: 'text', required: "${a} = 'x'" }),
      ]),
    )
    expect(session.question('b')).toMatchObject({ required: false, verdict: 'empty' })
    expect(session.setAnswer('a', 'x')).toEqual(['a', 'b'])
    expect(session.question('b')).toMatchObject({
      required: true,
      verdict: 'missing',
      problem: { code: 'required' },
    })
  })

  test('a photo or signature is answered by its files', () => {
    const session = openForm(aForm([aQuestion({ id: 'p', type: 'photo', required: true })]))
    expect(session.question('p').verdict).toBe('missing')
    expect(session.setFiles('p', ['ab12'])).toEqual(['p'])
    expect(session.question('p')).toMatchObject({ verdict: 'ok', value: ['ab12'] })
    expect(session.setFiles('p', [])).toEqual(['p'])
    expect(session.question('p')).toMatchObject({ verdict: 'missing', value: null })
  })

  test('required photo evidence is asked for once there is an answer other than not applicable', () => {
    const yesNo = [option('yes'), option('na')]
    const session = openForm(
      aForm([aQuestion({ id: 'q', type: 'yes_no_partly', options: yesNo, evidence: { photo: 'required' } })]),
    )
    expect(session.question('q').verdict).toBe('empty')
    session.setAnswer('q', 'yes')
    expect(session.question('q')).toMatchObject({ verdict: 'missing', problem: { code: 'photoRequired' } })
    session.setFiles('q', ['ab12'])
    expect(session.question('q').verdict).toBe('ok')
    session.setFiles('q', [])
    session.setAnswer('q', 'na')
    expect(session.question('q').verdict).toBe('ok')
  })
})

describe('constraints', () => {
  const form = aForm([
    aQuestion({
      id: 'q',
      type: 'integer',
      constraint: { expr: '. >= 5', message },
      softConstraint: { expr: '. <= 25', message: label },
    }),
  ])

  test('do not run on an empty answer', () => {
    expect(openForm(form).question('q')).toMatchObject({ verdict: 'empty' })
  })

  test('a hard one makes the answer invalid and says the message of the form', () => {
    const session = openForm(form, { answers: { q: 4 } })
    expect(session.question('q')).toMatchObject({
      verdict: 'invalid',
      problem: { code: 'constraint', message },
    })
  })

  test('a hard one cannot be confirmed away', () => {
    const session = openForm(form, { answers: { q: 4 }, confirmed: { q: 4 } })
    expect(session.question('q').verdict).toBe('invalid')
  })

  test('a soft one asks, and is content once this very value is confirmed', () => {
    const session = openForm(form, { answers: { q: 30 } })
    expect(session.question('q')).toMatchObject({
      verdict: 'unconfirmed',
      problem: { code: 'softConstraint', message: label },
    })
    expect(session.missing()).toEqual([{ questionId: 'q', sectionId: 's', verdict: 'unconfirmed' }])
    expect(session.confirm('q', 30)).toEqual(['q'])
    expect(session.question('q').verdict).toBe('ok')
    session.setAnswer('q', 31)
    expect(session.question('q').verdict).toBe('unconfirmed')
    session.setAnswer('q', 30)
    expect(session.question('q').verdict).toBe('ok')
    expect(session.confirm('q', null)).toEqual(['q'])
    expect(session.question('q').verdict).toBe('unconfirmed')
  })

  test('a constraint is looked at again when another question it reads changes', () => {
    const pair = aForm([
      aQuestion({ id: 'total', type: 'integer' }),
      aQuestion({ id: 'part', type: 'integer', constraint: { expr: '. <= ${total}', message } }),
    ])
    const session = openForm(pair, { answers: { total: 10, part: 8 } })
    expect(session.question('part').verdict).toBe('ok')
    expect(session.setAnswer('total', 7)).toEqual(['total', 'part'])
    expect(session.question('part').verdict).toBe('invalid')
  })
})

describe('hidden answers', () => {
  const form = aForm([
    aQuestion({ id: 'a', type: 'text' }),
    aQuestion({ id: 'b', type: 'integer', required: true, relevance: "${a} = 'yes'" }),
    aQuestion({ id: 'c', type: 'calculate', calculation: '${b} + 1' }),
    aQuestion({ id: 'd', type: 'text', relevance: '${b} > 0' }),
  ])

  test('are kept, count as empty elsewhere, and come back', () => {
    const session = openForm(form, { answers: { a: 'yes', b: 5, d: 'deep' } })
    expect(session.question('c').value).toBe(6)
    expect(session.setAnswer('a', 'no')).toEqual(['a', 'b', 'c', 'd'])
    expect(session.question('b')).toEqual({ relevant: false, required: false, value: null, verdict: 'empty' })
    expect(session.question('c')).toMatchObject({ value: null, verdict: 'empty' })
    expect(session.exportedAnswers()).toEqual({ a: 'no' })
    session.setAnswer('a', 'yes')
    expect(session.exportedAnswers()).toEqual({ a: 'yes', b: 5, c: 6, d: 'deep' })
  })

  test('can be set while hidden', () => {
    const session = openForm(form)
    expect(session.setAnswer('b', 9)).toEqual([])
    session.setAnswer('a', 'yes')
    expect(session.question('b').value).toBe(9)
  })

  test('a hidden section hides its questions', () => {
    const sections = [
      aSection('s', [aQuestion({ id: 'a', type: 'text' })]),
      aSection('t', [aQuestion({ id: 'b', type: 'text', required: true })], "${a} != ''"),
    ]
    const session = openForm(aForm([], { sections }))
    expect(session.section('t')).toMatchObject({ relevant: false, total: 0, missing: 0 })
    expect(session.setAnswer('a', 'x')).toEqual(['a', 'b'])
    expect(session.section('t')).toMatchObject({ relevant: true, total: 1, missing: 1 })
  })

  test('their files are not exported', () => {
    const photo = aQuestion({ id: 'p', type: 'photo', relevance: "${a} = 'yes'" })
    const session = openForm(aForm([aQuestion({ id: 'a', type: 'text' }), photo]), {
      files: { p: ['ab'], a: ['cd'] },
    })
    expect(session.exportedFiles()).toEqual({ a: ['cd'] })
    session.setAnswer('a', 'yes')
    expect(session.exportedFiles()).toEqual({ a: ['cd'], p: ['ab'] })
  })
})

describe('calculations', () => {
  test('cannot be typed over, and a broken one is empty', () => {
    const session = openForm(
      aForm([
        aQuestion({ id: 'a', type: 'integer' }),
        aQuestion({ id: 'c', type: 'calculate', calculation: '10 div ${a}' }),
      ]),
      { answers: { a: 4, c: 99 } },
    )
    expect(session.question('c').value).toBe(2.5)
    session.setAnswer('c', 77)
    expect(session.question('c').value).toBe(2.5)
    session.setAnswer('a', 0)
    expect(session.question('c')).toMatchObject({ value: null, verdict: 'empty' })
  })

  test('once keeps what was stored', () => {
    const form = aForm([aQuestion({ id: 'c', type: 'calculate', calculation: 'once(today())' })])
    expect(openForm(form).question('c').value).toBe('2017-10-16')
    expect(openForm(form, { answers: { c: '2017-10-01' } }).question('c').value).toBe('2017-10-01')
  })

  test('a new day is noticed at the next change', () => {
    let day = '2017-10-16'
    const date = aQuestion({ id: 'd', type: 'date', constraint: { expr: '. <= today()', message } })
    const session = openForm(
      aForm([date, aQuestion({ id: 'a', type: 'text' })]),
      { answers: { d: '2017-10-17' } },
      () => day,
    )
    expect(session.question('d').verdict).toBe('invalid')
    day = '2017-10-17'
    expect(session.setAnswer('a', 'x')).toEqual(['d', 'a'])
    expect(session.question('d').verdict).toBe('ok')
  })

  test('values cannot grow without end', () => {
    const doubling = Array.from({ length: 60 }, (_, at) =>
      aQuestion({ id: `c${at + 1}`, type: 'calculate', calculation: `concat(\${c${at}}, \${c${at}})` }),
    )
    const session = openForm(aForm([aQuestion({ id: 'c0', type: 'text' }), ...doubling]), {
      answers: { c0: 'x' },
    })
    expect(session.question('c14').verdict).toBe('ok')
    expect(session.question('c15')).toMatchObject({ verdict: 'invalid', problem: { code: 'tooLong' } })
    expect(session.question('c17')).toMatchObject({ value: null, verdict: 'empty' })
  })

  test('a relevance that cannot be evaluated never hides a question', () => {
    const relevance = 'string-length(concat(${a}, ${a}, ${a}, ${a}, ${a}, ${a})) = 0'
    const session = openForm(
      aForm([aQuestion({ id: 'a', type: 'text' }), aQuestion({ id: 'b', type: 'text', relevance })]),
      { answers: { a: 'x'.repeat(20_000) } },
    )
    expect(session.question('b').relevant).toBe(true)
  })
})

test('defaults are given once, at the start, and later ones see earlier ones', () => {
  const compiled = mustCompile(
    aForm([
      aQuestion({ id: 'd', type: 'date', default: 'today()' }),
      aQuestion({ id: 'n', type: 'integer', default: "'5'" }),
      aQuestion({ id: 'm', type: 'select_multiple', options, default: "'a b'" }),
      aQuestion({ id: 't', type: 'text', default: "format-date(${d}, '%Y')" }),
      aQuestion({ id: 'e', type: 'text', default: "''" }),
      aQuestion({ id: 'x', type: 'integer', default: "'many'" }),
    ]),
  )
  expect(initialAnswers(compiled, { today: () => '2017-10-16' })).toEqual({
    d: '2017-10-16',
    n: 5,
    m: ['a', 'b'],
    t: '2017',
  })
})

test('an exclusive option clears the others, and they clear it', () => {
  const question = { id: 'q', type: 'select_multiple' as const, label, required: false, options }
  expect(toggleOption(question, null, 'b')).toEqual(['b'])
  expect(toggleOption(question, ['b'], 'a')).toEqual(['a', 'b'])
  expect(toggleOption(question, ['a', 'b'], 'none')).toEqual(['none'])
  expect(toggleOption(question, ['none'], 'b')).toEqual(['b'])
  expect(toggleOption(question, ['a', 'b'], 'a')).toEqual(['b'])
  expect(toggleOption(question, ['gone', 'b'], 'a')).toEqual(['a', 'b'])
})

describe('the score', () => {
  const yesNo = [
    option('yes', { score: 1 }),
    option('partly', { score: 0.5 }),
    option('no', { score: 0 }),
    option('na'),
  ]
  const item = (id: string, weight?: number) =>
    aQuestion({ id, type: 'yes_no_partly', options: yesNo, ...(weight === undefined ? {} : { weight }) })
  const bands = [
    { id: 'low', min: 0, max: 39.99, label },
    { id: 'medium', min: 40, max: 69.99, label },
    { id: 'high', min: 70, max: 100, label },
  ]
  const scoring = { method: 'weighted_mean' as const, bands }
  const form = aForm([], {
    scoring,
    sections: [aSection('s', [item('a', 3), item('b', 1)]), aSection('t', [item('c', 2), item('d')])],
  })

  test('is the mean by weight, of each section and of all', () => {
    const session = openForm(form, { answers: { a: 'yes', b: 'no', c: 'partly', d: 'no' } })
    expect(session.score()).toMatchObject({
      total: 66.67,
      sections: { s: 75, t: 50 },
      band: { id: 'medium' },
    })
  })

  test('leaves out what is not applicable, not answered, invalid or without weight', () => {
    const session = openForm(form, { answers: { a: 'yes', b: 'na', c: 'what', d: 'no' } })
    expect(session.score()).toMatchObject({ total: 100, sections: { s: 100, t: null }, band: { id: 'high' } })
  })

  test('leaves out an answer that breaks its constraint, and counts one that waits to be confirmed', () => {
    const rule = (expr: string) => ({ expr, message })
    const items = [
      { ...item('a', 1), constraint: rule('false()') },
      { ...item('b', 1), softConstraint: rule('false()') },
    ]
    const session = openForm(aForm(items, { scoring }), { answers: { a: 'yes', b: 'no' } })
    expect(session.score().total).toBe(0)
    session.setAnswer('b', 'na')
    expect(session.score().total).toBeNull()
  })

  test('is null when nothing counts', () => {
    expect(openForm(form).score()).toEqual({ total: null, sections: { s: null, t: null }, band: null })
    expect(openForm(form, { answers: { a: 'na' } }).score().total).toBeNull()
  })

  test.each([
    [0, 'low'],
    [0.3999, 'low'],
    [0.4, 'medium'],
    [0.69999, 'high'],
    [0.6999, 'medium'],
    [1, 'high'],
  ])('an option worth %d falls into the band %s', (score, band) => {
    const one = aQuestion({ id: 'q', type: 'select_one', weight: 1, options: [option('x', { score })] })
    expect(openForm(aForm([one], { scoring }), { answers: { q: 'x' } }).score().band?.id).toBe(band)
  })
})

test('progress counts what persons are asked, by how it stands', () => {
  const session = openForm(
    aForm([
      aQuestion({ id: 'a', type: 'text', required: true }),
      aQuestion({ id: 'b', type: 'integer' }),
      aQuestion({ id: 'c', type: 'text', evidence: { photo: 'required' } }),
      aQuestion({ id: 'd', type: 'integer', softConstraint: { expr: '. < 5', message } }),
      aQuestion({ id: 'e', type: 'text' }),
      aQuestion({ id: 'f', type: 'note' }),
      aQuestion({ id: 'g', type: 'calculate', calculation: '1' }),
      aQuestion({ id: 'h', type: 'text', relevance: 'false()' }),
    ]),
    { answers: { b: 1.5, c: 'x', d: 9, h: 'x' } },
  )
  expect(session.section('s')).toEqual({
    relevant: true,
    answered: 2,
    total: 5,
    missing: 2,
    invalid: 1,
    unconfirmed: 1,
    score: null,
  })
  session.setAnswer('e', 'x')
  expect(session.progress()).toMatchObject({ answered: 3, total: 5 })
})

describe('a session tells what changed and nothing else', () => {
  const form = aForm([
    aQuestion({ id: 'a', type: 'text', required: true }),
    aQuestion({ id: 'b', type: 'text', required: true }),
    aQuestion({ id: 'c', type: 'text', required: true }),
  ])

  test('what did not change is the same object', () => {
    const session = openForm(form, { answers: { a: 'x' } })
    const before = ['a', 'b', 'c'].map(id => session.question(id))
    const [section, score, missing] = [session.section('s'), session.score(), session.missing()]
    expect(session.setAnswer('a', 'x')).toEqual([])
    expect(session.setAnswer('a', 'y')).toEqual(['a'])
    expect(session.question('a')).not.toBe(before[0])
    expect(session.question('b')).toBe(before[1])
    expect(session.section('s')).toBe(section)
    expect(session.score()).toBe(score)
    expect(session.missing()).toBe(missing)
    session.setAnswer('b', 'y')
    expect(session.section('s')).not.toBe(section)
    expect(session.score()).toBe(score)
  })

  test('the next open question comes after the one at hand, and after the last it is the first again', () => {
    const session = openForm(form, { answers: { b: 'x' } })
    expect(session.nextOpen()).toBe('a')
    expect(session.nextOpen('a')).toBe('c')
    expect(session.nextOpen('c')).toBe('a')
    session.setAnswer('a', 'x')
    session.setAnswer('c', 'x')
    expect(session.nextOpen('a')).toBeNull()
    expect(session.progress()).toEqual({ answered: 3, total: 3, missing: 0, invalid: 0, unconfirmed: 0 })
  })

  test('answers to questions the form does not have are passed over', () => {
    const session = openForm(form, { answers: { gone: 'x', constructor: 'y' } })
    expect(session.setAnswer('gone', 'z')).toEqual([])
    expect(session.exportedAnswers()).toEqual({})
    expect(() => session.question('gone')).toThrow('no question gone')
  })
})
