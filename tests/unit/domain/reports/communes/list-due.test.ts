import { expect, test } from 'vitest'
import { readAudit } from '../../../../../src/domain/audits/audit.ts'
import { readManagementReview } from '../../../../../src/domain/qms/management-review.ts'
import { readRoad } from '../../../../../src/domain/qms/road.ts'
import type { Action } from '../../../../../src/domain/people/role.ts'
import { listDue, type DueItem } from '../../../../../src/domain/reports/communes/list-due.ts'
import type { CommuneRecord } from '../../../../../src/domain/reports/communes/commune-record.ts'
import { aCommuneRecord, dayOf } from '../../../../support/a-commune-record.ts'
import { finding, stored } from '../../../../support/qms-facts.ts'

const today = '2018-02-01'
const list = (communes: readonly CommuneRecord[], may: readonly Action[] | 'all' = 'all', days = 30) =>
  listDue(communes, { today, days, dayOf, mayDo: action => may === 'all' || may.includes(action) })
const short = ({ kind, dueOn, daysLate }: DueItem): string => `${kind} ${dueOn ?? '-'} ${daysLate}`

const thing = 'finding.2017.1-1.1-1.06010@2017-10-15'
const busy = aCommuneRecord(
  '06010',
  today,
  {
    road: readRoad(
      stored({
        'steps/s03': { plannedOn: '2018-01-20', owner: 'lan' },
        'steps/s04': { plannedOn: '2018-03-03', owner: null },
        'steps/s05': { plannedOn: '2018-03-04', owner: null },
      }),
    ),
    findings: new Map([
      [thing, finding('minor', ['accepted'], { dueOn: '2018-02-10', owner: 'lan' })],
      [thing.replace('1-1.06', '1-2.06'), finding('major', ['accepted', 'planned', 'planApproved', 'done'])],
      [thing.replace('1-1.06', '1-3.06'), finding('ofi')],
    ]),
    reviews: new Map([
      [
        'managementReview.a.06010',
        readManagementReview(
          stored({
            on: '2018-01-10',
            confirmed: true,
            'decisions/a': { kind: 'system', text: 'Sửa sổ tay', owner: 'lan', dueOn: '2018-01-31' },
            'decisions/b': { kind: 'system', text: 'Xong', dueOn: '2018-01-31', doneOn: '2018-01-20' },
          }),
        ),
      ],
    ]),
  },
  {
    responses: [
      {
        thing: 'response.a',
        form: undefined,
        state: 'sent',
        moves: [{ id: 'm', to: 'sent', at: Date.UTC(2018, 0, 28, 20) }],
      },
      {
        thing: 'response.b',
        form: undefined,
        state: 'approved',
        moves: [{ id: 'm', to: 'approved', at: 1 }],
      },
    ],
    audits: new Map([
      [
        'audit.2018.1-1.06010@2017-10-15',
        readAudit(stored({ from: '2018-02-20', to: '2018-02-21', 'moves/a': { to: 'planned' } })),
      ],
      [
        'audit.2018.1-2.06010@2017-10-15',
        readAudit(
          stored({
            from: '2018-01-20',
            to: '2018-01-21',
            'moves/a': { to: 'planned' },
            'moves/b': { to: 'underway' },
          }),
        ),
      ],
      ['audit.2018.1-3.06010@2017-10-15', readAudit(stored({ from: '2018-02-20' }))],
    ]),
  },
)

test('what is most late comes first, then by day, then what waits without a day; what is done or further off is left out', () => {
  expect(list([busy]).map(short)).toEqual([
    'step 2018-01-20 12',
    'audit 2018-01-21 11',
    'decision 2018-01-31 1',
    'survey 2018-01-31 1',
    'action 2018-02-10 0',
    'audit 2018-02-20 0',
    'step 2018-03-03 0',
    'verification - 0',
    'review - 0',
  ])
})

test('fewer days ahead show less, but all that is late', () => {
  expect(list([busy], 'all', 7).map(short)).toEqual([
    'step 2018-01-20 12',
    'audit 2018-01-21 11',
    'decision 2018-01-31 1',
    'survey 2018-01-31 1',
    'verification - 0',
    'review - 0',
  ])
})

test('what waits says since when, by the day in Vietnam, and whose action it is', () => {
  const items = list([busy])
  expect(items.find(({ kind }) => kind === 'review')?.since).toBe('2018-01-29')
  expect(items.find(({ kind }) => kind === 'action')).toMatchObject({
    owner: 'lan',
    number: '06010/2017/1-1/1-1',
  })
})

test('each sees what their roles have to do with: an auditor no step and no survey, an official no audit', () => {
  const kinds = (may: readonly Action[]) => [...new Set(list([busy], may).map(({ kind }) => kind))].sort()
  expect(kinds(['audit.read', 'finding.comment', 'finding.verify'])).toEqual([
    'action',
    'audit',
    'verification',
  ])
  expect(kinds(['response.fill', 'qms.plan', 'qms.write', 'finding.comment'])).toEqual([
    'action',
    'decision',
    'step',
    'survey',
  ])
  expect(kinds(['response.review'])).toEqual(['review', 'survey'])
  expect(kinds([])).toEqual([])
})

test('the ids of things to be done are all different, and the same on another day', () => {
  const ids = list([busy, aCommuneRecord('06022', today)]).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const later = listDue([busy], { today: '2018-02-09', days: 30, dayOf, mayDo: () => true }).map(
    ({ id }) => id,
  )
  expect(later).toEqual(expect.arrayContaining(list([busy]).map(({ id }) => id)))
})

test('a survey that was sent is not due any more; one that was returned is', () => {
  const survey = (state: string) => ({ survey: { thing: 'response.s', state, movedOn: undefined } })
  const has = (state: string) =>
    list([aCommuneRecord('06010', today, survey(state))]).some(({ kind }) => kind === 'survey')
  expect(['draft', 'sent', 'returned', 'approved'].filter(has)).toEqual(['draft', 'returned'])
})
