import { expect, test } from 'vitest'
import { hasAdministrator } from '../../../../src/domain/people/has-administrator.ts'
import { judgePeopleFile, type PeopleRow } from '../../../../src/domain/people/judge-people-file.ts'
import { createUnitTree } from '../../../../src/domain/people/unit-tree.ts'
import type { Unit } from '../../../../src/domain/people/unit.ts'

const unit = (
  code: string,
  fullName: string,
  parent: string | null,
  kind: Unit['kind'] = 'commune',
): Unit => ({
  id: code,
  code,
  kind,
  fullName,
  name: fullName.replace(/^(?:Xã|Huyện|Tỉnh) /u, ''),
  parent,
  from: '2017-10-15',
  to: null,
})
const tree = createUnitTree([
  unit('20', 'Tỉnh Lạng Sơn', null, 'province'),
  unit('180', 'Huyện Tràng Định', '20', 'district'),
  unit('183', 'Huyện Cao Lộc', '20', 'district'),
  unit('06010', 'Xã Cao Minh', '180'),
  unit('06011', 'Xã Tân Thành', '180'),
  unit('06201', 'Xã Tân Thành', '183'),
])
const row = (line: number, change: Partial<PeopleRow> = {}): PeopleRow => ({
  line,
  username: `u${line}`,
  name: 'Nguyễn Văn A',
  role: 'Công chức xã',
  unit: '06010',
  from: '01/02/2018',
  to: '',
  ...change,
})
const judge = (...rows: readonly PeopleRow[]) =>
  judgePeopleFile(rows, { tree, taken: new Set(['lan']), today: '2018-01-01' })
const faultsOf = (...rows: readonly PeopleRow[]) =>
  judge(...rows).rows.map(({ faults }) => faults.map(({ type }) => type).join(' '))

test('a unit is known by code, by full name and by name, without marks, and by the one above it', () => {
  const named = ['06010', 'xa cao minh', 'Cao Minh', 'Xã Tân Thành, Cao Lộc', 'tan thanh - huyen trang dinh']
  const { people } = judge(...named.map((words, at) => row(at + 2, { unit: words })))
  expect(people.map(({ assignments }) => assignments[0]?.unit)).toEqual([
    '06010',
    '06010',
    '06010',
    '06201',
    '06011',
  ])
})

test('who has several roles has several rows, and becomes one person', () => {
  const { people } = judge(
    row(2),
    row(3, { username: 'U2', role: 'danh gia vien', unit: '180', from: '', to: '2018-12-31' }),
  )
  expect(people).toEqual([
    {
      username: 'u2',
      name: 'Nguyễn Văn A',
      assignments: [
        { role: 'communeOfficial', unit: '06010', from: '2018-02-01', to: null },
        { role: 'internalAuditor', unit: '180', from: '2018-01-01', to: '2018-12-31' },
      ],
    },
  ])
})

test.each([
  ['usernameTaken', { username: 'LAN' }],
  ['badUsername', { username: 'a b' }],
  ['badName', { name: '' }],
  ['unknownRole', { role: 'Trưởng thôn' }],
  ['unknownUnit', { unit: 'Xã Không Có' }],
  ['ambiguousUnit', { unit: 'Xã Tân Thành' }],
  ['wrongUnit', { unit: '180' }],
  ['badDay', { from: '31/02/2018' }],
  ['endsBeforeItBegins', { to: '31/01/2018' }],
  ['notText', { name: 'Nguy\ufffdn' }],
] as const)('a row is told that it is %s', (fault, change) => {
  expect(faultsOf(row(2, change))).toEqual([fault])
})

test('a row that says what another says, overlaps it or gives its username to another name is told which', () => {
  expect(faultsOf(row(2), row(3, { username: 'u2' }))).toEqual(['', 'twice'])
  expect(faultsOf(row(2), row(3, { username: 'u2', from: '01/06/2018' }))).toEqual(['', 'overlaps'])
  expect(judge(row(2), row(3, { username: 'u2', name: 'B', unit: '06011' })).rows[1]?.faults).toEqual([
    { type: 'otherName', line: 2 },
  ])
})

test('only an administrator without a last day, who is one today, keeps the province open', () => {
  const admin = {
    id: 'a',
    person: 'p',
    role: 'administrator',
    unit: '20',
    from: '2018-01-01',
    to: null,
  } as const
  expect(hasAdministrator([admin], '2018-01-01')).toBe(true)
  expect(hasAdministrator([admin], '2017-12-31')).toBe(false)
  expect(hasAdministrator([{ ...admin, to: '2030-01-01' }], '2018-01-01')).toBe(false)
  expect(hasAdministrator([{ ...admin, role: 'districtOfficer' }], '2018-01-01')).toBe(false)
})
