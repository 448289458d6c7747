import { expect, test } from 'vitest'
import { readAudit } from '../../../../../src/domain/audits/audit.ts'
import { readDeclaration } from '../../../../../src/domain/qms/declaration.ts'
import { readManagementReview } from '../../../../../src/domain/qms/management-review.ts'
import { readRoad } from '../../../../../src/domain/qms/road.ts'
import type { Programme } from '../../../../../src/domain/qms/programme.ts'
import type { Action } from '../../../../../src/domain/people/role.ts'
import { listDue, type DueItem } from '../../../../../src/domain/reports/communes/list-due.ts'
import { readCommune, type CommuneRecord } from '../../../../../src/domain/reports/communes/commune-record.ts'
import type { FormVersion } from '../../../../../src/domain/forms/form-version.ts'
import type { FormName } from '../../../../../src/domain/responses/response.ts'
import { defaultQmsSettings } from '../../../../../src/domain/qms/qms-facts.ts'
import type { JsonValue } from '../../../../../src/lib/json-value.ts'
import { aCommune, aCommuneRecord, aProgramme, dayOf } from '../../../../support/a-commune-record.ts'
import { readTraining } from '../../../../../src/domain/qms/training.ts'
import { finding, stored } from '../../../../support/qms-facts.ts'

const today = '2018-02-01'
const list = (communes: readonly CommuneRecord[], may: readonly Action[] | 'all' = 'all', days = 30) =>
  listDue(communes, {
    today,
    days,
    dayOf,
    daysToPost: 10,
    mayDo: action => may === 'all' || may.includes(action),
  })
const inProgramme: Programme = { ...aProgramme, communes: new Set([aCommune('06010').id]) }
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
        isReviewed: true,
        state: 'sent',
        moves: [{ id: 'm', to: 'sent', at: Date.UTC(2018, 0, 28, 20) }],
      },
      {
        thing: 'response.b',
        form: undefined,
        isReviewed: true,
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
  const later = listDue([busy], {
    today: '2018-02-09',
    days: 30,
    dayOf,
    daysToPost: 10,
    mayDo: () => true,
  }).map(({ id }) => id)
  expect(later).toEqual(expect.arrayContaining(list([busy]).map(({ id }) => id)))
})

test('a signed declaration is to be posted and sent within the province’s days, until it is', () => {
  const signed = { procedures: [{ title: 'Khai sinh', area: '' }], signature: 'a'.repeat(64), gates: {} }
  const posted = { type: 'image/jpeg', size: 1, width: 1, height: 1, thumb: null }
  const declared = (more: Readonly<Record<string, JsonValue>> = {}) =>
    aCommuneRecord('06010', today, {
      declarations: new Map([
        [
          'declaration.a.06010',
          readDeclaration([
            { field: 'signed', value: signed, author: 'head', at: Date.UTC(2018, 0, 20), order: 1 },
            ...stored(more),
          ]),
        ],
      ]),
    })
  const due = (commune: CommuneRecord) =>
    list([commune])
      .filter(({ kind }) => kind === 'posting')
      .map(short)
  expect(due(declared())).toEqual(['posting 2018-01-30 2'])
  expect(due(declared({ 'days/postedOn': '2018-01-21', 'days/sentOn': '2018-01-22' }))).toHaveLength(1)
  const whole = { 'days/postedOn': '2018-01-21', 'days/sentOn': '2018-01-22' }
  expect(due(declared({ ...whole, [`evidence/posted/${'b'.repeat(64)}`]: posted }))).toEqual([])
  expect(due(declared({ ...whole, 'text/link': 'https://xa.example' }))).toEqual([])
})

test('a survey that was sent is not due any more; one that was returned is', () => {
  const survey = (state: string) => ({ survey: { thing: 'response.s', state, movedOn: undefined } })
  const has = (state: string) =>
    list([aCommuneRecord('06010', today, survey(state))]).some(({ kind }) => kind === 'survey')
  expect(['draft', 'sent', 'returned', 'approved'].filter(has)).toEqual(['draft', 'returned'])
})

test('neither survey nor steps of a programme that is over are due', () => {
  const road = readRoad(stored({ 'steps/s01': { plannedOn: '2018-01-10', owner: 'lan' } }))
  const dueOf = (programme = inProgramme, unit = aCommune('06010')) =>
    list([aCommuneRecord('06010', today, { road }, { programme, unit })]).map(({ kind }) => kind)
  expect(dueOf()).toEqual(['step', 'survey'])
  expect(dueOf({ ...inProgramme, endedOn: '2018-01-31' })).toEqual([])
  // Nor of one that goes on without the commune, nor from before the unit was founded.
  expect(dueOf(aProgramme)).toEqual([])
  expect(dueOf(inProgramme, { ...aCommune('06010'), from: '2018-01-15' })).toEqual(['survey'])
})

test('the survey is told once, not as a step too: with the owner of the step, by the earlier of the two days', () => {
  const dueOf = (plannedOn: string, programme = inProgramme) => {
    const road = readRoad(stored({ 'steps/s02': { plannedOn, owner: 'lan' } }))
    return list([aCommuneRecord('06010', today, { road }, { programme })]).map(
      item => `${short(item)} ${item.owner ?? ''}`,
    )
  }
  expect(dueOf('2018-01-10')).toEqual(['survey 2018-01-10 22 lan'])
  expect(dueOf('2018-02-20')).toEqual(['survey 2018-01-31 1 lan'])
  expect(dueOf('2018-01-10', { ...inProgramme, surveyDueOn: undefined })).toEqual(['step 2018-01-10 22 lan'])
})

test('a form that nobody approves does not wait for a review: a quiz is graded, an anonymous answer is nobody’s', () => {
  const sent = (thing: string, form: FormName | undefined) => ({
    type: 'response',
    thing,
    fields: stored({ ...(form && { form: { ...form } }), 'moves/m': { to: 'sent' } }),
  })
  const form = (id: string) => ({ id, version: '1' })
  const kinds: Readonly<Record<string, Pick<FormVersion, 'kind' | 'anonymous'>>> = {
    quiz: { kind: 'quiz' },
    citizens: { kind: 'survey', anonymous: true },
    office: { kind: 'survey' },
  }
  const commune = readCommune(
    [
      sent('response.a', form('quiz')),
      sent('response.b', form('citizens')),
      sent('response.c', form('office')),
      sent('response.d', form('not here yet')),
    ],
    {
      unit: aCommune('06010'),
      district: undefined,
      programme: aProgramme,
      settings: defaultQmsSettings,
      dayOf,
      findForm: ({ id }) => kinds[id] && ({ id, sections: [], ...kinds[id] } as unknown as FormVersion),
      checklist: undefined,
      today,
    },
  )
  const reviews = list([commune]).filter(({ kind }) => kind === 'review')
  expect(reviews.map(({ thing }) => thing)).toEqual(['response.c', 'response.d'])
})

test('a planned training is due on its day until it was held or called off; one that was begun still wants its day', () => {
  const training = (fields: Parameters<typeof stored>[0]) =>
    readTraining(stored({ topic: 'docs', ...fields }))
  const there = { 'attendance/p1': { name: 'Lan', post: '' } }
  const commune = aCommuneRecord('06010', today, {
    trainings: new Map([
      ['training.a.06010', training({ 'days/planned': '2018-01-30' })],
      ['training.b.06010', training({ 'days/planned': '2018-02-20' })],
      ['training.c.06010', training({ 'days/planned': '2018-04-20' })],
      ['training.d.06010', training({ 'days/planned': '2018-01-10', 'days/held': '2018-01-10', ...there })],
      ['training.e.06010', training({ 'days/planned': '2018-01-20', ...there })],
      ['training.f.06010', training({ 'days/planned': '2018-01-20', cancelled: 'Mưa bão' })],
      ['training.g.06010', training({})],
    ]),
  })
  const items = list([commune], ['qms.plan'])
  expect(items.map(item => `${short(item)} ${item.thing}`)).toEqual([
    'training 2018-01-20 12 training.e.06010',
    'training 2018-01-30 2 training.a.06010',
    'training 2018-02-20 0 training.b.06010',
  ])
  expect(items[0]).toMatchObject({ topic: 'docs', words: { vi: 'Phương pháp viết tài liệu' } })
  expect(list([commune], ['audit.read'])).toEqual([])
})

test('who was not at the training of a step is to be trained by the day of the step; before any session the step says it', () => {
  const staff = Object.fromEntries(
    ['p1', 'p2', 'p3'].map(id => [
      `staff/${id}`,
      { name: `Người ${id}`, post: '', from: '2017-01-01', to: null },
    ]),
  )
  const road = (plannedOn: string | null) =>
    readRoad(stored({ ...staff, ...(plannedOn !== null && { 'steps/s03': { plannedOn, owner: null } }) }))
  const held = (keys: readonly string[]) => ({
    thing: 'training.a.06010',
    subject: 'aware',
    on: '2018-01-15',
    present: keys.map(key => ({ key, name: '' })),
    invited: undefined,
  })
  const dueOf = (plannedOn: string | null, ...sessions: readonly (readonly string[])[]) =>
    list(
      [aCommuneRecord('06010', today, { road: road(plannedOn), sessions: sessions.map(held) })],
      ['qms.plan'],
    ).map(item => `${short(item)} ${item.people} ${item.topic ?? ''} ${item.since ?? ''}`)
  expect(dueOf('2018-01-25')).toEqual(['step 2018-01-25 7 0  '])
  expect(dueOf('2018-01-25', ['p1'])).toEqual(['untrained 2018-01-25 7 2 aware 2018-01-15'])
  expect(dueOf('2018-01-25', ['p1'], ['p2'])).toEqual(['untrained 2018-01-25 7 1 aware 2018-01-15'])
  expect(dueOf(null, ['p1'])).toEqual(['untrained - 0 2 aware 2018-01-15'])
  expect(dueOf('2018-01-25', ['p1', 'p2', 'p3'])).toEqual([])
})
