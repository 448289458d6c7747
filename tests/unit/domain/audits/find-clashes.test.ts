import { expect, test } from 'vitest'
import { findClashes } from '../../../../src/domain/audits/find-clashes.ts'
import { aPlannedAudit, aTimetableRow } from '../../../support/a-planned-audit.ts'

const first = aTimetableRow()
const none = new Map()

test('a person in two lines at once is told', () => {
  const other = aTimetableRow({ id: 'r2', area: 'land', start: '09:00', end: '10:00' })
  expect(findClashes(aPlannedAudit({ timetable: [first, other] }), none)).toEqual([
    { kind: 'person', person: 'p-vi', row: first, other, audit: undefined },
  ])
})

test('lines that follow each other, or are on other days, do not clash', () => {
  const next = aTimetableRow({ id: 'r2', start: '09:30', end: '10:30' })
  const tomorrow = aTimetableRow({ id: 'r3', day: '2017-10-17' })
  expect(findClashes(aPlannedAudit({ timetable: [first, next, tomorrow] }), none)).toEqual([])
  expect(findClashes(aPlannedAudit({ timetable: [next, first] }), none)).toEqual([])
})

test('an area that two people ask at once is told', () => {
  const other = aTimetableRow({ id: 'r2', auditor: 'p-van' })
  expect(findClashes(aPlannedAudit({ timetable: [first, other] }), none)).toEqual([
    { kind: 'area', area: 'oneStop', row: first, other },
  ])
})

test('two people in two areas at once are no clash', () => {
  const other = aTimetableRow({ id: 'r2', auditor: 'p-van', area: 'land' })
  expect(findClashes(aPlannedAudit({ timetable: [first, other] }), none)).toEqual([])
})

test('a line of another audit at the same time is told once, with that audit', () => {
  const elsewhere = aTimetableRow({ id: 'x', area: 'finance', start: '08:00', end: '11:00' })
  const team = new Map([['p-vi', { isLead: true }]])
  const others = new Map([['audit.2017.4-1.c2', aPlannedAudit({ team, timetable: [elsewhere] })]])
  expect(findClashes(aPlannedAudit({ timetable: [first] }), others)).toEqual([
    { kind: 'person', person: 'p-vi', row: first, other: elsewhere, audit: 'audit.2017.4-1.c2' },
  ])
})

test('a member of two teams on the same days is told, with the days they have in common', () => {
  const others = new Map([
    [
      'b',
      aPlannedAudit({ from: '2017-10-17', to: '2017-10-19', team: new Map([['p-van', { isLead: true }]]) }),
    ],
  ])
  expect(findClashes(aPlannedAudit(), others)).toEqual([
    { kind: 'team', person: 'p-van', audit: 'b', from: '2017-10-17', to: '2017-10-17' },
  ])
})

test('audits that are over or cancelled are in nobody’s way', () => {
  const others = new Map([
    ['b', aPlannedAudit({ state: 'signed', timetable: [first] })],
    ['c', aPlannedAudit({ state: 'cancelled', timetable: [first] })],
  ])
  expect(findClashes(aPlannedAudit({ timetable: [first] }), others)).toEqual([])
})
