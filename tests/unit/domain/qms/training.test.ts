import { describe, expect, test } from 'vitest'
import form from '../../../../src/content/forms/training-attendance.json' with { type: 'json' }
import { gatherFacts } from '../../../../src/domain/qms/gather-facts.ts'
import { judgeGates } from '../../../../src/domain/qms/judge-gates.ts'
import { judgeSteps } from '../../../../src/domain/qms/judge-steps.ts'
import { parsePersonRun, personRun } from '../../../../src/domain/qms/person-run.ts'
import { readProgramme } from '../../../../src/domain/qms/programme.ts'
import { defaultQmsSettings } from '../../../../src/domain/qms/qms-facts.ts'
import { refuseTrainingChange } from '../../../../src/domain/qms/refuse-training-change.ts'
import { trainingCoverage } from '../../../../src/domain/qms/training-coverage.ts'
import { trainingTopics } from '../../../../src/domain/qms/training-topics.ts'
import { readTraining, trainingState } from '../../../../src/domain/qms/training.ts'
import { responseId } from '../../../../src/domain/responses/response-fields.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import { stored } from '../../../support/qms-facts.ts'

const today = '2017-12-01'
const unit = 'c1@a'
const road = `road.prog.${unit}`
const member = (name: string, from = '2017-01-01', to: string | null = null): JsonValue => ({
  name,
  post: '',
  from,
  to,
})
const there = (name: string): JsonValue => ({ name, post: '' })

/** The facts of a commune with these things, each with its fields. */
const gather = (things: Readonly<Record<string, Readonly<Record<string, JsonValue>>>>) =>
  gatherFacts(
    Object.entries(things).map(([thing, fields]) => ({
      type: thing.startsWith('training.') ? 'training' : thing.startsWith('road.') ? 'road' : 'response',
      thing,
      fields: stored(fields),
    })),
    {
      unit,
      programme: {
        id: 'prog',
        name: {},
        begunOn: undefined,
        endedOn: undefined,
        surveyForm: undefined,
        surveys: [],
        surveyDueOn: undefined,
        standard: '2008',
        plan: new Map(),
        owners: new Map(),
        communes: new Set(),
      },
      dayOf: () => '2017-11-20',
      findForm: () => undefined,
      checklist: undefined,
    },
  )

type Facts = ReturnType<typeof gather>
const gateOf = (facts: Facts, rule: string) =>
  judgeGates(facts, defaultQmsSettings, today).find(({ gate }) => gate.rule === rule)?.computed
const stepOf = (facts: Facts, id: string) =>
  judgeSteps(facts, defaultQmsSettings, today, readProgramme('p', []), {
    id: unit,
    from: '2017-10-15',
    to: null,
  }).find(({ step }) => step.id === id)
const quiz = (person: string, attempt: number): string =>
  responseId('prog', 'awareness_quiz', unit, personRun(person, attempt))
const graded = (total: number, to = 'sent'): Readonly<Record<string, JsonValue>> => ({
  form: { id: 'awareness_quiz', version: '1' },
  'moves/m': { to, sent: { answers: {}, notes: {}, files: {} } },
  'results/m': { total },
})

describe('a training session', () => {
  test('is what its evidence says, whatever was planned', () => {
    const state = (fields: Readonly<Record<string, JsonValue>>) =>
      trainingState(readTraining(stored(fields)), today)
    expect(state({ 'days/planned': today })).toBe('planned')
    expect(state({ 'days/planned': '2017-11-30' })).toBe('late')
    expect(state({ 'days/planned': '2017-11-30', 'days/held': '2017-11-30' })).toBe('late')
    expect(state({ 'attendance/a': there('An') })).toBe('begun')
    expect(state({ 'attendance/a': there('An'), 'days/held': '2017-11-30' })).toBe('held')
    expect(state({ 'attendance/a': null, 'days/held': '2017-11-30' })).toBe('planned')
    expect(state({ 'days/planned': '2017-11-30', cancelled: 'Mưa lũ' })).toBe('cancelled')
  })

  test('is about what the attendance form of the province asks for', () => {
    const items: readonly { readonly id: string; readonly options?: unknown }[] =
      form.sections[0]?.items ?? []
    const options = items.find(({ id }) => id === 't_title')?.options
    expect(trainingTopics.map(({ id, title }) => ({ value: id, label: title }))).toEqual(options)
  })

  test.each([
    ['topic', 'cooking', 'badValue'],
    ['days/held', '2017-12-02', 'badValue'],
    ['days/held', '2017-02-30', 'badValue'],
    ['days/planned', '2018-01-01', undefined],
    ['hours', 0.4, 'badValue'],
    ['hours', 0.5, undefined],
    ['attendance/a', { name: ' ', post: '' }, 'badValue'],
    ['attendance/a', { name: 'An', post: '' }, undefined],
    ['attendance/a b', { name: 'An', post: '' }, 'unknownField'],
    ['evidence/a/short', null, 'badValue'],
    [`evidence/a/${'0'.repeat(64)}`, { type: 'application/pdf', size: 9, name: 'x.pdf' }, 'badValue'],
    ['cancelled', ' ', 'reasonMissing'],
    ['other', 1, 'unknownField'],
  ])('the field %s set to %j: %s', (field, value, refusal) => {
    const given = { training: readTraining([]), mayDo: () => true, today }
    expect(refuseTrainingChange(field, value as JsonValue, given)).toBe(refusal)
  })

  test('is not cancelled once somebody was there, and nothing is added to a cancelled one', () => {
    const rules = (fields: Readonly<Record<string, JsonValue>>) => (field: string, value: JsonValue) =>
      refuseTrainingChange(field, value, { training: readTraining(stored(fields)), mayDo: () => true, today })
    expect(rules({ 'attendance/a': there('An') })('cancelled', 'Mưa')).toBe('illegalMove')
    const cancelled = rules({ cancelled: 'Mưa' })
    expect([cancelled('attendance/a', there('An')), cancelled('cancelled', null)]).toEqual([
      'locked',
      undefined,
    ])
  })
})

describe('who has been trained', () => {
  const held = { topic: 'aware', 'days/held': '2017-11-02', 'attendance/a': there('An') }

  test('is known by the staff list’s id: of two people with one name only the one who was there', () => {
    const facts = gather({
      [road]: { 'staff/a': member('An'), 'staff/b': member('An') },
      [`training.x.${unit}`]: held,
    })
    const sessions = trainingCoverage(facts, 'aware', today).map(one => [one.id, one.sessions.length])
    expect(sessions).toEqual([
      ['a', 1],
      ['b', 0],
    ])
    expect(gateOf(facts, 'attendanceRate')).toMatchObject({ isMet: false, why: { names: ['An'] } })
  })

  test('counts who was added by hand, and who stands on an attendance form, by their name', () => {
    const facts = gather({
      [road]: { 'staff/a': member('Hoà'), 'staff/b': member('Bình') },
      [`training.x.${unit}`]: { ...held, 'attendance/a': null, 'attendance/guest': there('hòa') },
      [`prog.training_attendance~1.${unit}`]: {
        form: { id: 'training_attendance', version: '1' },
        'answers/t_title': 'aware',
        'answers/p_name@1': 'Binh',
        'answers/p_session@1': ['am'],
        'moves/m': { to: 'sent', sent: { answers: {}, notes: {}, files: {} } },
      },
    })
    expect(gateOf(facts, 'attendanceRate')?.isMet).toBe(true)
  })

  test('rotation keeps history: who left keeps their attendance, who came is untrained', () => {
    const facts = gather({
      [road]: {
        'staff/a': member('An', '2017-01-01', '2017-11-30'),
        'staff/b': member('Bình', '2017-12-01'),
      },
      [`training.x.${unit}`]: held,
    })
    expect(gateOf(facts, 'attendanceRate')).toMatchObject({
      why: { figures: { trained: 0, all: 1 }, names: ['Bình'] },
    })
    expect(facts.sessions[0]?.present).toEqual([{ key: 'a', name: 'An' }])
    expect(trainingCoverage(facts, 'aware', '2017-11-30').map(one => one.sessions.length)).toEqual([1])
  })

  test('auditors who have left the scope are not counted any more', () => {
    const facts = gather({
      [road]: { 'staff/a': member('An', '2017-01-01', '2017-11-30'), 'staff/b': member('Bình') },
      [`training.x.${unit}`]: { ...held, topic: 'audit', 'attendance/b': there('Bình') },
    })
    expect(gateOf(facts, 'auditorsTrained')).toMatchObject({
      why: { figures: { count: 1 }, names: ['Bình'] },
    })
  })

  test('a planned session begins its step and is what the gate links to; a held one does it', () => {
    const planned = `training.x.${unit}`
    const staff = { [road]: { 'staff/a': member('An') } }
    const before = gather({ ...staff, [planned]: { topic: 'aware', 'days/planned': '2017-12-10' } })
    expect(stepOf(before, 's03')).toMatchObject({
      state: 'begun',
      evidence: { things: [planned] },
      progress: { done: 0, total: 1 },
    })
    expect(gateOf(before, 'attendanceRate')?.why.things).toEqual([planned])
    const after = gather({ ...staff, [planned]: held })
    expect(stepOf(after, 's03')).toMatchObject({
      state: 'done',
      evidence: { things: [planned], on: '2017-11-02' },
      progress: { done: 1, total: 1 },
    })
    expect(stepOf(after, 's09')?.state).toBe('open')
    const cancelled = gather({ ...staff, [planned]: { topic: 'aware', cancelled: 'Mưa' } })
    expect(stepOf(cancelled, 's03')?.state).toBe('open')
  })
})

describe('quizzes', () => {
  test('name their person in the id of the response', () => {
    expect(parsePersonRun(quiz('a-b_C', 2))).toEqual({ form: 'awareness_quiz', person: 'a-b_C', attempt: 2 })
    expect(parsePersonRun(`prog.awareness_quiz~Ab3dEf9h.${unit}`)).toBeUndefined()
    expect(parsePersonRun(`prog.awareness_quiz.${unit}`)).toBeUndefined()
  })

  test('count once for each person in scope, by the latest attempt; those that name nobody count each', () => {
    const facts = gather({
      [road]: { 'staff/a': member('An'), 'staff/b': member('Bình', '2017-01-01', '2017-11-01') },
      [quiz('a', 2)]: graded(80),
      [quiz('a', 1)]: graded(20),
      [quiz('b', 1)]: graded(0),
      [`prog.awareness_quiz~Ab3dEf9h.${unit}`]: graded(60),
    })
    expect(gateOf(facts, 'quizAverage')).toMatchObject({
      isMet: true,
      why: { figures: { mean: 70, count: 2 }, things: [] },
    })
  })

  test('those below the mark are what blocks, and are linked to', () => {
    const facts = gather({
      [road]: { 'staff/a': member('An'), 'staff/b': member('Bình') },
      [quiz('a', 1)]: graded(80),
      [quiz('b', 1)]: graded(40),
    })
    expect(gateOf(facts, 'quizAverage')).toMatchObject({ isMet: false, why: { things: [quiz('b', 1)] } })
  })
})
