import { expect, test } from 'vitest'
import { isOfClosing, isOfPlan, topicOf } from '../../../../src/domain/audits/audit-topic.ts'

test.each(['standard', 'from', 'opening', 'text/place', 'text/scope', 'team/lan', 'timetable/t1'])(
  'the plan’s page shows %s',
  field => expect(isOfPlan(field)).toBe(true),
)

test.each([
  'text/conclusion',
  'finished/lan',
  'verdicts/ia_1@oneStop',
  'findings/1-1/grade',
  'moves/m',
  'new',
])('the plan’s page does not show %s', field => expect(isOfPlan(field)).toBe(false))

test('a field of the fieldwork belongs to its check or finding', () => {
  expect(topicOf('verdicts/ia_1@oneStop')).toBe('ia_1@oneStop')
  expect(topicOf('findings/1-1/grade')).toBe('finding:1-1')
  expect(topicOf('text/place')).toBe('')
})

test('minutes and conclusions are of the closing, and nothing else is', () => {
  expect(['text/closingContent', 'text/conclusion'].every(isOfClosing)).toBe(true)
  expect(['text/place', 'team/lan', 'verdicts/ia_1@oneStop', 'new'].some(isOfClosing)).toBe(false)
})
