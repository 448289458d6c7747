import { expect, test } from 'vitest'
import { auditFromProgramme } from '../../../../src/domain/audits/audit-from-programme.ts'
import type { OwnWork } from '../../../../src/domain/people/own-work.ts'

const ownWorkOf = (person: string): OwnWork =>
  person === 'leader' ? 'all' : person === 'land' ? ['land'] : []
const row = (area: string, ...auditors: string[]) => ({
  id: area,
  area,
  clauses: ['7.2'],
  month: 11,
  auditors,
})
const make = (...rows: readonly ReturnType<typeof row>[]) => {
  let last = 0
  return auditFromProgramme({
    rows,
    day: '2017-11-01',
    lead: 'vi',
    ownWorkOf,
    newId: () => `n${++last}`,
  })
}

test('team and timetable come from the programme, whoever makes it leads when they are named', () => {
  const { team, timetable } = make(row('finance', 'van', 'vi'), row('office', 'vi'))
  expect(team).toEqual(['vi', 'van'])
  expect(timetable.map(({ area, auditor, day, start }) => [area, auditor, day, start])).toEqual([
    ['finance', 'van', '2017-11-01', '08:30'],
    ['office', 'vi', '2017-11-01', '08:30'],
  ])
})

test('a line goes to the first of its auditors who does not work in the area', () => {
  expect(make(row('land', 'land', 'van')).timetable.map(({ auditor }) => auditor)).toEqual(['van'])
})

test('a line that nobody named may audit is left out, and who works everywhere there joins no team', () => {
  const { team, timetable } = make(row('land', 'land'), row('finance', 'leader'), row('office'))
  expect(team).toEqual(['land'])
  expect(timetable).toEqual([])
})
