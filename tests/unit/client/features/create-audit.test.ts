import { expect, test } from 'vitest'
import { createAudit, type NewAudit } from '../../../../src/client/features/audit-plan/create-audit.ts'
import { readAudit } from '../../../../src/domain/audits/audit.ts'
import { planGaps, refuseAuditChange } from '../../../../src/domain/audits/refuse-audit-change.ts'
import { err, ok } from '../../../../src/lib/result.ts'
import type { Change } from '../../../../src/sync/replica/replica-store.ts'
import { aTimetableRow } from '../../../support/a-planned-audit.ts'

const wish: NewAudit = {
  unit: '06010@2017-10-15',
  year: 2017,
  checklist: { id: 'audit_checklist_2008', version: '1.0.0' },
  standard: '2008',
  standardName: 'TCVN ISO 9001:2008',
  language: 'vi',
  team: ['p-vi', 'p-van'],
  timetable: [aTimetableRow({ day: '2017-10-17' }), aTimetableRow({ id: 'r2', day: '2017-10-16' })],
}

function aTablet(seat: number | undefined) {
  const saved: Change[][] = []
  return {
    saved,
    seat: () => Promise.resolve(seat),
    save: (changes: readonly Change[]) => {
      saved.push([...changes])
      return Promise.resolve(ok({ ops: changes.map((_, at) => `op${at}`) }))
    },
  }
}

const toStored = (changes: readonly Change[]) =>
  changes.map(({ field, value }, order) => ({ field, value, author: 'p-vi', at: 0, order }))

test('an audit begins in one transaction, whole enough to be settled', async () => {
  const tablet = aTablet(4)
  const made = await createAudit(tablet, wish, [])
  expect(made).toEqual(ok('audit.2017.4-1.06010@2017-10-15'))
  expect(tablet.saved).toHaveLength(1)
  const audit = readAudit(toStored(tablet.saved[0] ?? []))
  expect([audit.from, audit.to]).toEqual(['2017-10-16', '2017-10-17'])
  expect([audit.opening, audit.closing]).toEqual(['2017-10-16T08:00', '2017-10-17T16:30'])
  expect([...audit.team]).toEqual([
    ['p-vi', { isLead: true }],
    ['p-van', { isLead: false }],
  ])
  expect(audit.texts.criteria).toContain('TCVN ISO 9001:2008')
  expect(planGaps(audit)).toEqual([])
})

test('the server takes every field that an audit begins with', async () => {
  const tablet = aTablet(4)
  await createAudit(tablet, wish, [])
  for (const { field, value } of tablet.saved[0] ?? [])
    expect([
      field,
      refuseAuditChange(field, value, {
        audit: readAudit([]),
        person: 'p-vi',
        mayDo: action => action === 'audit.plan',
        ownWorkOf: () => [],
        ownWork: [],
        planned: () => undefined,
      }),
    ]).toEqual([field, undefined])
})

test('numbers go on by seat and year, and no other tablet can give the same', async () => {
  const known = ['audit.2017.4-1.x', 'audit.2017.4-2.y', 'audit.2017.9-7.x', 'audit.2016.4-8.x']
  expect(await createAudit(aTablet(4), wish, known)).toEqual(ok('audit.2017.4-3.06010@2017-10-15'))
  expect(await createAudit(aTablet(5), wish, known)).toEqual(ok('audit.2017.5-1.06010@2017-10-15'))
})

test('a tablet that has no number yet begins nothing', async () => {
  const tablet = aTablet(undefined)
  expect(await createAudit(tablet, wish, [])).toEqual(err({ type: 'noSeat' }))
  expect(tablet.saved).toEqual([])
})

test('an audit without a timetable has the day that was asked for, or none', async () => {
  const tablet = aTablet(4)
  const { timetable, ...bare } = wish
  expect(timetable).toHaveLength(2)
  await createAudit(tablet, { ...bare, day: '2017-11-06' }, [])
  await createAudit(tablet, bare, [])
  const [withDay, without] = tablet.saved.map(changes => readAudit(toStored(changes)))
  expect([withDay?.from, withDay?.to]).toEqual(['2017-11-06', '2017-11-06'])
  expect(without?.from).toBeUndefined()
})
