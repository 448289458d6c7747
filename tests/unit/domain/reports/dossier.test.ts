import { expect, test } from 'vitest'
import mandatoryJson from '../../../../src/content/qms/mandatory-documents.json' with { type: 'json' }
import { readDeclaration } from '../../../../src/domain/qms/declaration.ts'
import { judgeGates } from '../../../../src/domain/qms/judge-gates.ts'
import { readManagementReview } from '../../../../src/domain/qms/management-review.ts'
import { defaultQmsSettings, type QmsFacts } from '../../../../src/domain/qms/qms-facts.ts'
import { readTraining } from '../../../../src/domain/qms/training.ts'
import { dossierParts, listDossier } from '../../../../src/domain/reports/dossier.ts'
import { facts, finding, issuedDocument, stored } from '../../../support/qms-facts.ts'

const road = 'road.plan174.06010@2017-10-15'
function dossier(known: Partial<QmsFacts> = {}) {
  const own = facts(known)
  const gates = judgeGates(own, defaultQmsSettings, '2018-01-05')
  return new Map(listDossier({ facts: own, gates }, road).map(entry => [entry.part, entry]))
}

test('a commune that has begun nothing lacks every part but actions, and says what of each', () => {
  const empty = dossier()
  expect([...empty.keys()]).toEqual(dossierParts)
  expect([...empty.values()].map(({ gap }) => gap?.code)).toEqual([
    'mandatory',
    'noTraining',
    'noReport',
    undefined,
    'noReview',
    'gates',
    'noDeclaration',
    'noEvaluation',
  ])
  expect(empty.get('documents')?.gap?.count).toBe(mandatoryJson.length)
  // Papers of the commune as a whole can be printed all the same.
  for (const part of ['documents', 'readiness', 'effect'] as const)
    expect(empty.get(part)?.papers).toMatchObject([{ thing: road, isDone: false }])
})

test('with every mandatory document in force the list is complete', () => {
  const documents = new Map(
    mandatoryJson.map(
      ({ id }) => [`document.${id}.x`, issuedDocument('2017-11-15', { mandatory: id })] as const,
    ),
  )
  expect(dossier({ documents }).get('documents')).toMatchObject({
    gap: undefined,
    papers: [{ isDone: true }],
  })
  documents.delete('document.policy.x')
  expect(dossier({ documents }).get('documents')?.gap).toEqual({ code: 'mandatory', count: 1 })
})

test('each finding that asks for action has its own paper, by its number', () => {
  const thing = 'finding.2017.4-1.7-1.06010@2017-10-15'
  const findings = new Map([
    [thing, finding('minor', ['accepted'])],
    ['finding.2017.4-1.7-2.06010@2017-10-15', finding('strength')],
  ])
  const { papers = [], gap } = dossier({ findings }).get('actions') ?? {}
  expect(papers).toEqual([
    { kind: 'car', thing, name: '06010/2017/4-1/7-1', on: '2017-11-20', isDone: false },
  ])
  expect(gap).toEqual({ code: 'openActions', count: 1 })
})

test('minutes count once they are confirmed, a declaration once it is signed', () => {
  const reviews = new Map([['managementReview.a.x', readManagementReview(stored({ on: '2017-12-01' }))]])
  const declarations = new Map([['declaration.a.x', readDeclaration(stored({ standard: '2008' }))]])
  const begun = dossier({ reviews, declarations })
  expect(begun.get('review')?.gap?.code).toBe('notConfirmed')
  expect(begun.get('declaration')?.gap?.code).toBe('notSigned')
  expect(begun.get('declaration')?.papers.map(({ kind, isDone }) => [kind, isDone])).toEqual([
    ['decision', false],
    ['declaration', false],
  ])
  const confirmed = readManagementReview(stored({ on: '2017-12-01', confirmed: true }))
  expect(
    dossier({ reviews: new Map([['managementReview.a.x', confirmed]]) }).get('review')?.gap,
  ).toBeUndefined()
})

test('a training session of the app has its list and its certificates, a sent attendance form is shown as it is', () => {
  const held = { subject: 'aware', on: '2017-11-01', present: [], invited: 3 }
  const sessions = [
    { ...held, thing: 'training.a.x' },
    { ...held, thing: 'plan174.training_attendance~1.x' },
  ]
  const trainings = new Map([['training.a.x', readTraining(stored({ topic: 'aware' }))]])
  const { papers = [], gap } = dossier({ sessions, trainings }).get('training') ?? {}
  expect(papers.map(({ kind }) => kind)).toEqual(['attendance', 'certificates', undefined])
  expect(gap).toBeUndefined()
})
