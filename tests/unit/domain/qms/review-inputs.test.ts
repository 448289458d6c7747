import { expect, test } from 'vitest'
import { readManagementReview } from '../../../../src/domain/qms/management-review.ts'
import { reviewInputs } from '../../../../src/domain/qms/review-inputs.ts'
import type { EffectFacts } from '../../../../src/domain/qms/effect/effect-facts.ts'
import type { QmsFacts } from '../../../../src/domain/qms/qms-facts.ts'
import { readRoad } from '../../../../src/domain/qms/road.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import { facts, finding, issuedDocument, stored } from '../../../support/qms-facts.ts'

const today = '2018-05-01'

const inputs = (known: Partial<QmsFacts> = {}, more: Partial<EffectFacts> = {}) =>
  reviewInputs(
    {
      qms: facts(known),
      survey: undefined,
      citizens: [],
      evaluation: undefined,
      findForm: () => undefined,
      dayOf: () => today,
      ...more,
    },
    today,
  )

const aReview = (fields: Readonly<Record<string, JsonValue>>) => readManagementReview(stored(fields))
const aReport = (audit: string, number: string) =>
  ({ thing: number, signedOn: '2018-03-01', content: { audit, number } }) as QmsFacts['reports'][number]
const answered = (count: number, satisfied: number) =>
  Array.from({ length: count }, (_, at) => ({ on: '2018-04-01', isSatisfied: at < satisfied }))

test('a commune of which nothing is known has empty inputs, and no decision left', () => {
  expect(inputs()).toEqual({
    audit: undefined,
    satisfaction: undefined,
    onTimeRate: undefined,
    actions: { open: 0, closed: 0, late: 0 },
    openDecisions: [],
    changes: { since: '2017-05-01', came: [], left: [], issued: [] },
  })
})

test('the findings beside the newest report are those of its audit, not of all audits', () => {
  const minor = finding('minor', ['accepted'])
  const findings = new Map([['f1', minor]])
  const own = minor.request?.audit ?? ''
  const reports = [aReport('another', '06010/2017/4-1'), aReport(own, '06010/2018/4-2')]
  expect(inputs({ reports, findings }).audit).toMatchObject({
    number: '06010/2018/4-2',
    findings: { minor: 1 },
  })
  expect(inputs({ reports: reports.slice(0, 1), findings }).audit?.findings.minor).toBe(0)
})

test('what fewer than five citizens said is not told', () => {
  expect(inputs({}, { citizens: answered(4, 4) }).satisfaction).toBe('few')
  expect(inputs({}, { citizens: answered(8, 6) }).satisfaction).toEqual({ rate: 75, answers: 8 })
})

test('where the tablet has too few answers, those counted on paper are told', () => {
  const evaluation = {
    thing: 'e',
    isSent: true,
    on: today,
    answers: { 'ef_sat_n@ef_months.2': 20, 'ef_sat_yes@ef_months.2': 15 },
    useScore: undefined,
  }
  expect(inputs({}, { evaluation, citizens: answered(2, 2) }).satisfaction).toEqual({ rate: 75, answers: 20 })
})

test('a decision is open until it is done; one without words is none', () => {
  const decision = (text: string, doneOn: string | null = null) => ({ kind: 'system', text, doneOn })
  const reviews = new Map([
    [
      'r',
      aReview({
        on: '2018-01-10',
        'decisions/a': decision('Mua máy in'),
        'decisions/b': decision('Sửa mẫu', '2018-02-01'),
        'decisions/c': decision('  '),
      }),
    ],
  ])
  expect(inputs({ reviews }).openDecisions).toEqual(['Mua máy in'])
})

test('changes are those since the review before: who came, who left, what was issued', () => {
  const person = (name: string, from: string, to: string | null = null): JsonValue => ({
    name,
    post: '',
    from,
    to,
  })
  const road = readRoad(
    stored({
      'staff/a': person('Người cũ', '2017-06-01'),
      'staff/b': person('Người mới', '2018-02-01'),
      'staff/c': person('Người chuyển đi', '2017-06-01', '2018-03-01'),
    }),
  )
  const documents = new Map([
    ['d1', issuedDocument('2017-12-01', { 'text/title': 'Sổ tay' })],
    ['d2', issuedDocument('2018-02-15', { 'text/title': 'Quy trình chứng thực' })],
  ])
  const reviews = new Map([
    ['r', aReview({ on: '2018-01-10' })],
    ['now', aReview({ on: today })],
  ])
  expect(inputs({ road, documents, reviews }).changes).toEqual({
    since: '2018-01-10',
    came: ['Người mới'],
    left: ['Người chuyển đi'],
    issued: ['Quy trình chứng thực'],
  })
  // Before the first review: since the list was begun, so that its first people are not news.
  expect(inputs({ road, documents }).changes).toMatchObject({ since: '2017-06-01', came: ['Người mới'] })
})
