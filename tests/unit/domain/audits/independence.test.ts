import { expect, test } from 'vitest'
import { findOwnWork } from '../../../../src/domain/audits/find-own-work.ts'
import { shareOutAreas } from '../../../../src/domain/audits/share-out-areas.ts'
import type { OwnWork } from '../../../../src/domain/people/own-work.ts'
import { aTimetableRow } from '../../../support/a-planned-audit.ts'

const ownWorkOf = (person: string): OwnWork =>
  person === 'leader' ? 'all' : person === 'land' ? ['land'] : []

test('a line in which somebody audits their own area is found', () => {
  const own = aTimetableRow({ id: 'own', auditor: 'land', area: 'land' })
  const other = aTimetableRow({ id: 'other', auditor: 'land', area: 'finance' })
  const leader = aTimetableRow({ id: 'all', auditor: 'leader', area: 'finance' })
  expect(findOwnWork([own, other, leader], ownWorkOf)).toEqual([own, leader])
})

test('areas are shared out evenly among those who may audit them', () => {
  expect([...shareOutAreas(['land', 'finance', 'office'], ['land', 'vi'], ownWorkOf)]).toEqual([
    ['land', 'vi'],
    ['finance', 'land'],
    ['office', 'land'],
  ])
})

test('an area that nobody of the team may audit is left out', () => {
  expect([...shareOutAreas(['land', 'finance'], ['land', 'leader'], ownWorkOf)]).toEqual([
    ['finance', 'land'],
  ])
})
