import { expect, test } from 'vitest'
import viRoad from '../../../../locales/vi/road.json' with { type: 'json' }
import { judgeSteps } from '../../../../src/domain/qms/judge-steps.ts'
import { readProgramme } from '../../../../src/domain/qms/programme.ts'
import { defaultQmsSettings } from '../../../../src/domain/qms/qms-facts.ts'
import { readRoad } from '../../../../src/domain/qms/road.ts'
import { stepColumns } from '../../../../src/domain/reports/tables/qms-tables.ts'
import { makeTable } from '../../../../src/domain/reports/tables/report-table.ts'
import { aCommune } from '../../../support/a-commune-record.ts'
import { facts, stored } from '../../../support/qms-facts.ts'

test('the table of the steps says whose each is: the person named, or else as the programme says or as it usually goes', () => {
  const road = readRoad(stored({ 'steps/s03': { owner: 'Lan' } }))
  const office = { field: 'owners/s02', value: { roles: [], office: 'Chi cục Tiêu chuẩn' } }
  const statuses = judgeSteps(
    facts({ road }),
    defaultQmsSettings,
    '2026-11-26',
    readProgramme('p', [office, { field: 'communes/c', value: true }]),
    {
      id: 'c',
      from: '2017-10-15',
      to: null,
    },
  )
  const same = (text: string): string => text
  const { rows } = makeTable(
    'steps',
    stepColumns,
    statuses.map((status, at) => ({
      unit: aCommune('06010'),
      district: undefined,
      status,
      order: at + 1,
    })),
    {
      words: same,
      text: text => text['vi'] ?? '',
      person: same,
      owners: own => [...own.roles.map(role => viRoad.role[role]), own.office].filter(Boolean).join(', '),
      area: same,
      grade: same,
      state: (_, state) => state,
    },
  )
  expect(rows.slice(0, 4).map(row => row.at(-1))).toEqual([
    'Lãnh đạo xã, Cán bộ huyện, Sở KH&CN',
    'Chi cục Tiêu chuẩn',
    'Lan',
    'Cán bộ huyện',
  ])
})
