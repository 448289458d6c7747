import { describe, expect, test } from 'vitest'
import survey from '../../../../src/content/forms/survey-baseline.json' with { type: 'json' }
import { initialAnswers } from '../../../../src/domain/forms/initial-answers.ts'
import type { AnswerValue } from '../../../../src/domain/forms/form-version.ts'
import { parseFormVersion } from '../../../../src/domain/forms/parse-form-version.ts'
import { mustCompile, openForm } from './a-form.ts'

const parsed = parseFormVersion(survey)
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
const compiled = mustCompile(parsed.value)
const open = (answers: Readonly<Record<string, AnswerValue>> = {}) => openForm(compiled, { answers })
const relevant = (answers: Readonly<Record<string, AnswerValue>>, ...ids: readonly string[]) => {
  const session = open(answers)
  return ids.map(id => session.question(id).relevant)
}

/** A commune that does everything well; every visible required question is answered. */
const fullAnswers: Readonly<Record<string, AnswerValue>> = {
  s0_unit: '06463@2017',
  s0_date: '2017-10-16',
  s0_respondent: 'Nông Văn A',
  s0_position: 'vice',
  s1_class: '2',
  s1_villages: 12,
  s1_population: 3200,
  s1_staff_total: 22,
  s1_staff_univ: 15,
  s1_staff_it: 20,
  s1_turnover: 2,
  s1_assign: 'yes',
  s1_backup: 'yes',
  s2_in: 120,
  s2_out: 80,
  s2_reg: 'software',
  s2_ext: 'yes',
  s2_obsolete: 'yes',
  s2_filelist: 'yes',
  s2_store: 'room',
  s2_find_min: 5,
  s3_count: 130,
  s3_fields: ['cert', 'civil'],
  s3_posted: 'yes',
  s3_onestop: 'room',
  s3_area: 45,
  s3_staff: 4,
  s3_receipt: 'yes',
  s3_slip: 'yes',
  s3_track: 'soft',
  s3_recv: 300,
  s3_done: 290,
  s3_late: 0,
  s3_proc: 'all',
  s4_pc: 15,
  s4_pc_ok: 12,
  s4_net: ['fibre', 'mobile'],
  s4_net_q: 'stable',
  s4_noSignal: 3,
  s4_power: 2,
  s4_tablet: 'own',
  s4_maint: 'yes',
  s5_channels: ['box', 'phone'],
  s5_book: 'yes',
  s5_comp: 0,
  s5_survey: 'no',
  s6_plan: 'yes',
  s6_follow: 'yes',
  s6_selfcheck: 'yes',
  s6_error: 'record',
  s6_correct: 'yes',
  s7_leader: 4,
  s7_had: 'never',
  s7_trained: 3,
  s7_ia: 2,
  s7_budget: 'yes',
  s7_obst: ['time', 'staff'],
  s7_scope: 40,
}

test('the survey has its 8 sections and 72 questions, and compiles', () => {
  expect([compiled.form.sections.length, compiled.questions.size]).toEqual([8, 72])
})

test('an empty survey asks for what is required and visible, and for nothing that is hidden', () => {
  const session = open()
  const missing = session.missing().map(({ questionId }) => questionId)
  expect(missing).toContain('s3_onestop')
  for (const hidden of ['s0_position_other', 's3_area', 's3_done', 's3_late', 's4_net_q', 's7_had_std'])
    expect(missing).not.toContain(hidden)
  expect(missing).not.toContain('s7_sign')
  expect(session.score()).toMatchObject({ total: null, band: null })
  expect(session.nextOpen()).toBe('s0_unit')
})

test('a full survey has nothing missing and can be sent', () => {
  const session = open(fullAnswers)
  expect(session.missing()).toEqual([])
  expect(session.progress()).toMatchObject({ missing: 0, invalid: 0, unconfirmed: 0 })
  expect(Object.keys(session.exportedAnswers())).toHaveLength(Object.keys(fullAnswers).length + 1)
})

test('a new response starts on today', () => {
  expect(initialAnswers(compiled, { today: () => '2017-10-16' })).toEqual({ s0_date: '2017-10-16' })
})

describe('skip logic', () => {
  test.each<readonly [string, Readonly<Record<string, AnswerValue>>, readonly string[], readonly boolean[]]>([
    ['another position is asked for by name', { s0_position: 'other' }, ['s0_position_other'], [true]],
    ['a listed position is not', { s0_position: 'chair' }, ['s0_position_other'], [false]],
    ['nothing said of the one-stop shop asks nothing more', {}, ['s3_area', 's3_staff'], [false, false]],
    ['no one-stop shop asks nothing more', { s3_onestop: 'none' }, ['s3_area', 's3_staff'], [false, false]],
    [
      'a one-stop shop asks for area and staff',
      { s3_onestop: 'shared' },
      ['s3_area', 's3_staff'],
      [true, true],
    ],
    [
      'no files received ends the chain',
      { s3_recv: 0, s3_done: 5, s3_late: 2 },
      ['s3_done', 's3_late', 's3_ontime_rate', 's3_sorry'],
      [false, false, false, false],
    ],
    [
      'no files settled asks for no late ones',
      { s3_recv: 5, s3_done: 0, s3_late: 2 },
      ['s3_done', 's3_late', 's3_ontime_rate', 's3_late_why'],
      [true, false, false, false],
    ],
    [
      'none late asks for no reasons',
      { s3_recv: 5, s3_done: 5, s3_late: 0 },
      ['s3_late', 's3_late_why', 's3_sorry'],
      [true, false, false],
    ],
    ['some late asks why', { s3_recv: 5, s3_done: 5, s3_late: 1 }, ['s3_late_why', 's3_sorry'], [true, true]],
    ['no answer on the network does not ask how good it is', {}, ['s4_net_q'], [false]],
    ['no network does not ask how good it is', { s4_net: ['none'] }, ['s4_net_q'], [false]],
    ['a network asks how good it is', { s4_net: ['adsl'] }, ['s4_net_q'], [true]],
    [
      'a photo of the board is asked for when there is one',
      { s3_posted: 'partly' },
      ['s3_posted_photo'],
      [true],
    ],
    ['no board, no photo', { s3_posted: 'no' }, ['s3_posted_photo'], [false]],
    ['no computers, none in order', { s4_pc: 0 }, ['s4_pc_ok'], [false]],
    ['shared tablets are counted', { s4_tablet: 'shared' }, ['s4_share_n'], [true]],
    ['complaints that came are asked after', { s5_comp: 2 }, ['s5_comp_done'], [true]],
    ['no complaints are not', { s5_comp: 0 }, ['s5_comp_done'], [false]],
    ['a satisfaction survey is asked for its rate', { s5_survey: 'yes' }, ['s5_survey_rate'], [true]],
    ['a system never begun is not asked its standard', { s7_had: 'never' }, ['s7_had_std'], [false]],
    ['nothing said of a system is not either', {}, ['s7_had_std'], [false]],
    ['a declared one is', { s7_had: 'declared' }, ['s7_had_std'], [true]],
  ])('%s', (_, answers, ids, expected) => {
    expect(relevant(answers, ...ids)).toEqual(expected)
  })
})

describe('figures that do not add up are caught where they are entered', () => {
  test.each<readonly [string, string, AnswerValue]>([
    ['a survey of tomorrow', 's0_date', '2017-10-17'],
    ['no villages', 's1_villages', 0],
    ['half a village', 's1_villages', 12.5],
    ['more with a degree than there are', 's1_staff_univ', 23],
    ['more on duty than there are', 's3_staff', 23],
    ['more settled than received', 's3_done', 301],
    ['more late than settled', 's3_late', 291],
    ['more computers in order than computers', 's4_pc_ok', 16],
    ['more villages without signal than villages', 's4_noSignal', 13],
    ['no network and fibre', 's4_net', ['fibre', 'none']],
    ['four obstacles of three', 's7_obst', ['time', 'staff', 'skill', 'it']],
    ['more procedures in scope than there are', 's7_scope', 131],
    ['six of five', 's7_leader', 6],
    ['a one-stop shop without area', 's3_area', 0],
  ])('%s', (_, id, value) => {
    const session = open(fullAnswers)
    expect(session.setAnswer(id, value)).toContain(id)
    expect(session.question(id).verdict).toBe('invalid')
    expect(session.missing()).toContainEqual({
      questionId: id,
      sectionId: id.slice(0, 2),
      verdict: 'invalid',
    })
  })

  test('a part is not called too large before its total is known', () => {
    const session = open({ s1_staff_univ: 15, s7_trained: 3, s7_scope: 40, s4_noSignal: 3 })
    for (const id of ['s1_staff_univ', 's7_trained', 's7_scope', 's4_noSignal'])
      expect(session.question(id).verdict).toBe('ok')
    expect(session.setAnswer('s1_staff_total', 10)).toEqual(['s1_staff_total', 's1_staff_univ'])
    expect(session.question('s1_staff_univ').verdict).toBe('invalid')
  })

  test('a total lowered later makes the part invalid', () => {
    const session = open(fullAnswers)
    expect(session.setAnswer('s3_recv', 100)).toEqual(['s3_recv', 's3_done'])
    expect(session.question('s3_done')).toMatchObject({ verdict: 'invalid', problem: { code: 'constraint' } })
  })

  test('a small one-stop shop may stay, once confirmed', () => {
    const session = open(fullAnswers)
    session.setAnswer('s3_area', 32)
    expect(session.missing()).toEqual([{ questionId: 's3_area', sectionId: 's3', verdict: 'unconfirmed' }])
    session.confirm('s3_area', 32)
    expect(session.missing()).toEqual([])
  })
})

describe('the on-time rate', () => {
  test.each([
    [290, 0, 100],
    [290, 29, 90],
    [3, 1, 66.7],
    [290, 290, 0],
  ])('of %d settled and %d late is %d %%', (done, late, rate) => {
    expect(open({ ...fullAnswers, s3_done: done, s3_late: late }).question('s3_ontime_rate').value).toBe(rate)
  })

  test('is empty until both figures are there', () => {
    const session = open({ s3_recv: 10, s3_done: 10 })
    expect(session.question('s3_ontime_rate')).toMatchObject({
      relevant: true,
      value: null,
      verdict: 'empty',
    })
    expect(session.setAnswer('s3_late', 1)).toEqual(['s3_late', 's3_ontime_rate', 's3_late_why', 's3_sorry'])
    expect(session.exportedAnswers()['s3_ontime_rate']).toBe(90)
  })
})

describe('the score of the survey', () => {
  test('a commune that does everything but a satisfaction survey is ready', () => {
    const { total, sections, band } = open(fullAnswers).score()
    expect(total).toBeCloseTo((100 * (43 - 2)) / 43, 2)
    expect(sections).toMatchObject({ s0: null, s1: 100, s2: 100, s5: 50, s7: 100 })
    expect(band?.id).toBe('high')
  })

  test('not applicable raises no one and lowers no one', () => {
    const session = open({ ...fullAnswers, s1_assign: 'no' })
    expect(session.section('s1').score).toBeCloseTo(33.33, 2)
    session.setAnswer('s1_assign', 'na')
    expect(session.section('s1').score).toBe(100)
    session.setAnswer('s1_backup', 'na')
    expect(session.section('s1').score).toBeNull()
  })

  test('a question that is hidden again no longer counts', () => {
    const session = open({ s3_recv: 9, s3_done: 9, s3_late: 1, s3_sorry: 'no' })
    expect(session.score()).toMatchObject({ total: 0, band: { id: 'low' } })
    session.setAnswer('s3_recv', 0)
    expect(session.score().total).toBeNull()
  })
})
