import { expect, test } from 'vitest'
import { findClashes } from '../../../../src/domain/audits/find-clashes.ts'
import { layOutTimetable } from '../../../../src/domain/audits/lay-out-timetable.ts'
import { readTimetableRow } from '../../../../src/domain/audits/timetable-row.ts'
import { areas } from '../../../../src/domain/audits/area.ts'
import { aPlannedAudit, aTimetableRow } from '../../../support/a-planned-audit.ts'

const ids = () => {
  let last = 0
  return () => `n${++last}`
}
const wish = (area: string, auditor = 'p-vi') => ({ area, clauses: ['7.2'], auditor })

test('an auditor goes from area to area, the next day too, and nothing clashes', () => {
  const rows = layOutTimetable({
    wishes: areas.map(({ id }) => wish(id)),
    day: '2017-10-16',
    newId: ids(),
  })
  expect(rows.map(({ day, start }) => `${day} ${start}`)).toEqual([
    '2017-10-16 08:30',
    '2017-10-16 09:30',
    '2017-10-16 10:30',
    '2017-10-16 13:30',
    '2017-10-16 14:30',
    '2017-10-16 15:30',
    '2017-10-17 08:30',
    '2017-10-17 09:30',
  ])
  expect(findClashes(aPlannedAudit({ timetable: rows }), new Map())).toEqual([])
})

test('two auditors go side by side', () => {
  const rows = layOutTimetable({
    wishes: [wish('land'), wish('finance', 'p-van')],
    day: '2017-10-16',
    newId: ids(),
  })
  expect(rows.map(({ start }) => start)).toEqual(['08:30', '08:30'])
})

test('weekends are passed over', () => {
  const [row] = layOutTimetable({ wishes: [wish('land')], day: '2017-10-14', newId: ids() })
  expect(row?.day).toBe('2017-10-16')
})

test('hours that the plan has already taken are left alone', () => {
  const taken = [aTimetableRow({ start: '08:00', end: '10:00' })]
  const [row] = layOutTimetable({ wishes: [wish('land')], day: '2017-10-16', taken, newId: ids() })
  expect(row?.start).toBe('10:30')
})

test('what is laid out can be stored', () => {
  for (const { id, ...row } of layOutTimetable({ wishes: [wish('land')], day: '2017-10-16', newId: ids() }))
    expect(readTimetableRow(id, row)).toEqual({ id, ...row })
})
