import { describe, expect, test } from 'vitest'
import checklist from '../../../../src/content/forms/audit-checklist-2008.json' with { type: 'json' }
import evaluationForm from '../../../../src/content/forms/effectiveness-3m.json' with { type: 'json' }
import citizenForm from '../../../../src/content/forms/citizen-satisfaction.json' with { type: 'json' }
import type { FormVersion } from '../../../../src/domain/forms/form-version.ts'
import { gatherEffect } from '../../../../src/domain/qms/effect/gather-effect.ts'
import { indicatorIds, indicators, type IndicatorId } from '../../../../src/domain/qms/effect/indicators.ts'
import { judgeEffect, type JudgedIndicator } from '../../../../src/domain/qms/effect/judge-effect.ts'
import { listMonths } from '../../../../src/domain/qms/effect/periods.ts'
import type { StoredThing } from '../../../../src/domain/qms/gather-facts.ts'
import { refuseRoadChange } from '../../../../src/domain/qms/refuse-road-change.ts'
import { readRoad } from '../../../../src/domain/qms/road.ts'
import type { QmsFacts } from '../../../../src/domain/qms/qms-facts.ts'
import { addMonths } from '../../../../src/lib/calendar-day.ts'
import { vietnamDayOf } from '../../../../src/lib/vietnam-time.ts'
import { facts, finding, issuedDocument, stored } from '../../../support/qms-facts.ts'
import { theSurvey, completeAnswers } from '../../../support/a-survey.ts'

const forms = [theSurvey.form, evaluationForm, citizenForm, checklist] as unknown as readonly FormVersion[]
const findForm = ({ id, version }: { id: string; version: string }) =>
  forms.find(form => form.id === id && form.version === version)
const programme = {
  id: 'plan174',
  name: {},
  begunOn: undefined,
  endedOn: undefined,
  surveyForm: { id: theSurvey.form.id, version: theSurvey.form.version },
  surveys: [theSurvey.form.id],
  surveyDueOn: undefined,
  standard: '2008' as const,
  plan: new Map(),
  owners: new Map(),
  communes: new Set(['u']),
}
const at = (day: string): number => Date.parse(`${day}T09:00:00+07:00`)

/** A response that was sent on a day, or only begun. */
function response(
  form: { id: string; version: string },
  thing: string,
  answers: object,
  sentOn?: string,
): StoredThing {
  const fields = { form: { id: form.id, version: form.version } }
  const move = sentOn && { to: 'sent', sent: { answers, notes: {}, files: {} } }
  return {
    type: 'response',
    thing,
    fields: [
      ...stored({
        ...fields,
        ...Object.fromEntries(Object.entries(answers).map(([id, value]) => [`answers/${id}`, value])),
      }),
      ...(sentOn && move
        ? [{ field: 'moves/m', value: move as never, author: 'x', at: at(sentOn), order: 99 }]
        : []),
    ],
  }
}

const survey = response(
  theSurvey.form,
  `plan174.${theSurvey.form.id}.u`,
  completeAnswers('2017-10-20', { s3_recv: 300, s3_done: 200, s3_late: 20, s5_comp: 24 }),
  '2017-10-20',
)
const evaluation = (answers: object, sentOn?: string) =>
  response(evaluationForm, 'plan174.effectiveness_3m.u', answers, sentOn)
const month = (number: number, answers: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(answers).map(([id, value]) => [`${id}@ef_months.${number}`, value]))
const citizens = (day: string, satisfied: number, not: number): readonly StoredThing[] =>
  Array.from({ length: satisfied + not }, (_, n) =>
    response(
      citizenForm,
      `plan174.citizen_satisfaction~${day}${n}.u`,
      { cs_overall: n < satisfied ? '4' : '3' },
      day,
    ),
  )

/** Applied since 2017-11-15, so that the third month ends on 2018-02-14. */
function judge(things: readonly StoredThing[], known: Partial<QmsFacts> = {}, today = '2018-03-01') {
  const qms = facts({ documents: new Map([['d', issuedDocument('2017-11-15')]]), ...known })
  const effect = judgeEffect(
    gatherEffect(things, { unit: 'u', programme, qms, dayOf: vietnamDayOf, findForm }),
    today,
  )
  const of = (id: IndicatorId): JudgedIndicator => {
    const found = effect.indicators.find(({ indicator }) => indicator.id === id)
    if (!found) throw new Error(id)
    return found
  }
  return { effect, of }
}

describe('indicators of the effect', () => {
  test('are the seventeen of the plan, each known by name', () => {
    expect(indicators.map(({ id }) => id)).toEqual(indicatorIds)
    expect(indicators).toHaveLength(17)
  })

  test('compare the survey before with the third month, against the target', () => {
    const { of } = judge([
      survey,
      evaluation(month(3, { ef_recv: 100, ef_done: 99, ef_late: 2, ef_early: 10 }), '2018-02-20'),
    ])
    const onTime = of('ontime_rate')
    expect([onTime.figures.baseline.value, onTime.figures.month3.value]).toEqual([90, 98])
    expect(onTime.figures.month3.parts).toEqual({ count: 97, of: 99 })
    expect([onTime.target, onTime.change, onTime.verdict, onTime.latest]).toEqual([95, 8, 'met', 'month3'])
    expect(of('settled_rate').figures.baseline.value).toBe(66.7)
  })

  test('complaints of a year count by the month, or they would look twelve times as many', () => {
    const { of } = judge([survey, evaluation(month(3, { ef_comp: 1, ef_comp_done: 1 }))])
    expect(of('complaints').figures.baseline).toMatchObject({ value: 2, note: 'perMonth', from: 'survey' })
    expect([of('complaints').verdict, of('complaints').change]).toEqual(['notMet', -1])
  })

  test('without a target what counts is whether it is better than before', () => {
    const early = (value: number) =>
      judge([evaluation({ ...month(1, { ef_done: 10, ef_early: 1, ef_late: 0, ef_days: value }) })]).of(
        'avg_days',
      )
    expect(early(50).verdict).toBe('info')
    expect(judge([]).of('avg_days').verdict).toBe('noData')
    expect(judge([]).effect.counts.noData).toBe(17)
  })

  test('the commune sets its own targets, and only sensible ones', () => {
    const road = readRoad(stored({ 'targets/ontime_rate': 99 }))
    const { of } = judge([evaluation(month(3, { ef_done: 100, ef_late: 2 }))], { road })
    expect([of('ontime_rate').target, of('ontime_rate').verdict]).toEqual([99, 'notMet'])
    const refuse = (field: string, value: never) =>
      refuseRoadChange(field, value, { mayDo: action => action === 'qms.write', plannedOn: () => undefined })
    expect(refuse('targets/ontime_rate', 97.5 as never)).toBeUndefined()
    expect(refuse('targets/ontime_rate', null as never)).toBeUndefined()
    expect(refuse('targets/ontime_rate', 'many' as never)).toBe('badValue')
    expect(refuse('targets/nosuch', 5 as never)).toBe('unknownField')
  })

  test('findings count from what is there, by month, with what is still open', () => {
    const closed = { ...finding('minor', ['accepted', 'closed']), moves: [] as never }
    const moves = [{ id: 'c', to: 'closed', at: at('2018-01-05'), author: 'x', order: 2 }] as never
    const findings = new Map([
      ['f1', { ...closed, moves }],
      ['f2', finding('major')],
    ])
    const report = {
      thing: 'r',
      signedOn: '2017-11-20',
      content: {
        checklist: null,
        checks: [
          { item: 'a', verdict: 'conform' },
          { item: 'b', verdict: 'minor' },
          { item: 'c', verdict: 'na' },
        ],
      } as never,
    }
    const { of } = judge([], { findings, reports: [report] })
    expect([of('nc_total').figures.month1.value, of('nc_total').figures.month2.value]).toEqual([2, 0])
    expect(of('nc_closed_rate').figures.month1.value).toBe(0)
    expect(of('nc_closed_rate').figures.month3).toMatchObject({ value: 50, things: ['f2'], from: 'data' })
    expect(of('audit_score').figures.month1.value).toBe(75)
    expect(of('nc_total').verdict).toBe('info')
  })

  test('what has not begun has no figure of the app, and what runs counts until today', () => {
    expect(listMonths('2017-11-15', '2017-12-20').map(({ from, to, state }) => [from, to, state])).toEqual([
      ['2017-11-15', '2017-12-14', 'over'],
      ['2017-12-15', '2018-01-14', 'running'],
      ['2018-01-15', '2018-02-14', 'ahead'],
    ])
    expect([addMonths('2017-11-30', 3), addMonths('2016-01-31', 1), addMonths('2017-12-15', 1)]).toEqual([
      '2018-02-28',
      '2016-02-29',
      '2018-01-15',
    ])
  })
})

describe('what citizens said', () => {
  test('is told as a share of five or more, and never which answers they were', () => {
    const { of } = judge(citizens('2017-11-20', 4, 1))
    expect(of('satisfaction_rate').figures.month1).toMatchObject({
      value: 80,
      from: 'data',
      parts: { count: 4, of: 5 },
      things: [],
    })
    expect(of('satisfaction_n').figures.month1.things).toEqual([])
  })

  test('of four neither share nor number is told', () => {
    const { effect, of } = judge(citizens('2017-11-20', 4, 0))
    for (const id of ['satisfaction_rate', 'satisfaction_n'] as const)
      expect(of(id).figures.month1).toEqual({
        value: undefined,
        from: 'data',
        note: 'few',
        parts: undefined,
        things: [],
      })
    expect(JSON.stringify(effect)).not.toContain('citizen_satisfaction~')
  })

  test('four on the tablet give way to forty on paper, and nine on paper to ten on the tablet', () => {
    const paper = (count: number) => evaluation(month(1, { ef_sat_n: count, ef_sat_yes: 9 }))
    const few = judge([...citizens('2017-11-20', 4, 0), paper(40)]).of('satisfaction_n').figures.month1
    expect([few.value, few.from]).toEqual([40, 'evaluation'])
    const more = judge([...citizens('2017-11-20', 5, 5), paper(9)]).of('satisfaction_rate').figures.month1
    expect([more.value, more.from]).toEqual([50, 'data'])
  })
})

test('the conclusion is what the evaluators wrote, with how far the system is lived by', () => {
  const answers = { ef_u1: 'yes', ef_u2: 'partly', ef_c1: 'ok', ef_c2: 'Số liệu tốt lên', ef_c3: ['keep'] }
  const { effect } = judge([evaluation(answers, '2018-02-20')])
  expect(effect.conclusion).toMatchObject({ verdict: 'ok', basis: 'Số liệu tốt lên', proposals: ['keep'] })
  expect(effect.evaluation).toMatchObject({ isSent: true, on: '2018-02-20', useScore: 75 })
  expect(judge([evaluation({ ef_u1: 'yes' })]).effect.conclusion).toBeUndefined()
})
