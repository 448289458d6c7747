import { expect, test } from 'vitest'
import { suggestAuditors } from '../../../../src/domain/audits/suggest-auditors.ts'
import { readDirectory } from '../../../../src/domain/people/directory.ts'
import type { Role } from '../../../../src/domain/people/role.ts'
import type { UnitKind } from '../../../../src/domain/people/unit.ts'
import { aPlannedAudit } from '../../../support/a-planned-audit.ts'

const unit = (thing: string, kind: UnitKind, parent: string | null) => ({
  type: 'unit',
  thing,
  field: 'unit',
  value: { code: thing, kind, name: thing, fullName: thing, parent, from: '2000-01-01', to: null },
})
const person = (
  thing: string,
  ...held: readonly { role: Role; unit: string; areas?: string[]; to?: string }[]
) => [
  { type: 'person', thing, field: 'name', value: thing },
  ...held.map((one, at) => ({
    type: 'person',
    thing,
    field: `assignments/${at}`,
    value: { from: '2017-01-01', to: null, ...one },
  })),
]

const directory = readDirectory([
  unit('20', 'province', null),
  unit('180', 'district', '20'),
  unit('181', 'district', '20'),
  unit('c1', 'commune', '180'),
  unit('c2', 'commune', '180'),
  unit('c9', 'commune', '181'),
  ...person('own-leader', { role: 'communeLeader', unit: 'c1' }, { role: 'internalAuditor', unit: 'c1' }),
  ...person(
    'own-land',
    { role: 'communeOfficial', unit: 'c1', areas: ['land'] },
    { role: 'internalAuditor', unit: 'c1' },
  ),
  ...person('of-nowhere', { role: 'internalAuditor', unit: '180' }),
  ...person('busy', { role: 'internalAuditor', unit: 'c1' }),
  ...person('neighbour', { role: 'communeOfficial', unit: 'c2' }, { role: 'internalAuditor', unit: 'c1' }),
  ...person('elsewhere', { role: 'internalAuditor', unit: 'c2' }),
  ...person('far', { role: 'internalAuditor', unit: 'c9' }),
  ...person('gone', { role: 'internalAuditor', unit: 'c1', to: '2017-06-30' }),
  ...person('official', { role: 'communeOfficial', unit: 'c1' }),
])
const audits = [
  aPlannedAudit({
    team: new Map([
      ['busy', { isLead: true }],
      ['neighbour', { isLead: false }],
    ]),
  }),
  aPlannedAudit({ from: '2017-11-02', to: '2017-11-02', team: new Map([['of-nowhere', { isLead: true }]]) }),
  aPlannedAudit({ state: 'cancelled', team: new Map([['of-nowhere', { isLead: true }]]) }),
]
const suggested = suggestAuditors({ directory, unit: 'c1', day: '2017-10-16', audits })
const of = (id: string) => suggested.find(one => one.person === id)

test('neighbours come first, then those with the fewest audits of the month, then who may audit only in part', () => {
  expect(suggested.map(one => one.person)).toEqual([
    'neighbour',
    'of-nowhere',
    'busy',
    'own-land',
    'elsewhere',
    'own-leader',
  ])
})

test('nobody audits the area they work in', () => {
  expect(of('own-leader')).toMatchObject({ block: 'ownWork', ownWork: 'all' })
  expect(of('own-land')).toMatchObject({ block: undefined, ownWork: ['land'] })
})

test('an auditor of another commune of the district is shown with what is lacking, one from further away is not', () => {
  expect(of('elsewhere')?.block).toBe('noRole')
  expect(of('far')).toBeUndefined()
})

test('a role that has ended and staff without the auditor role count for nothing', () => {
  expect(of('gone')).toBeUndefined()
  expect(of('official')).toBeUndefined()
})

test('only audits of the month are counted, and no cancelled ones', () => {
  expect(of('busy')?.audits).toBe(1)
  expect(of('of-nowhere')?.audits).toBe(0)
})
