import { describe, expect, test } from 'vitest'
import checklistJson from '../../../../src/content/forms/audit-checklist-2008.json' with { type: 'json' }
import surveyJson from '../../../../src/content/forms/survey-baseline.json' with { type: 'json' }
import { areas } from '../../../../src/domain/audits/area.ts'
import type { Check } from '../../../../src/domain/audits/audit.ts'
import {
  clausesForArea,
  gapOf,
  listChecklistItems,
  listPlannedChecks,
} from '../../../../src/domain/audits/checklist.ts'
import { getClause, listClauses, toOtherStandard } from '../../../../src/domain/audits/clause.ts'
import type { TimetableRow } from '../../../../src/domain/audits/timetable-row.ts'
import { verdicts, type Verdict } from '../../../../src/domain/audits/verdict.ts'
import { parseFormVersion } from '../../../../src/domain/forms/parse-form-version.ts'

function mustParse(json: unknown) {
  const form = parseFormVersion(json)
  if (!form.ok) throw new Error('the form is broken')
  return form.value
}
const items = listChecklistItems(mustParse(checklistJson))
const row = (given: Partial<TimetableRow>): TimetableRow => ({
  id: 't',
  area: 'oneStop',
  clauses: [],
  auditor: 'nam',
  host: '',
  day: '2026-11-23',
  start: '08:00',
  end: '09:00',
  note: '',
  ...given,
})

describe('the items of a checklist', () => {
  test('of the built-in form are its seventy, fourteen of them critical, each with a clause of the standard', () => {
    expect([items.length, items.filter(({ isCritical }) => isCritical).length]).toEqual([70, 14])
    expect(new Set(items.map(({ id }) => id)).size).toBe(70)
    for (const { id, clauses } of items)
      for (const clause of clauses) expect([id, getClause('2008', clause)?.id]).toEqual([id, clause])
  })

  test('a form without verdicts has none', () => {
    expect(listChecklistItems(mustParse(surveyJson))).toEqual([])
  })

  test('every area that somebody may be asked in has clauses to begin with', () => {
    for (const { id } of areas) expect([id, clausesForArea(items, id).length > 0]).toEqual([id, true])
  })
})

describe('what a plan asks', () => {
  test('no item of a planned clause is left out, whatever areas are planned', () => {
    const all = [...new Set(items.flatMap(({ clauses }) => clauses))]
    for (const { id } of areas) {
      const planned = listPlannedChecks(items, [row({ area: id, clauses: all })])
      expect([id, new Set(planned.map(({ item }) => item.id)).size]).toEqual([id, 70])
    }
  })

  test('an item is asked where the people are whom it is for, by whoever audits there', () => {
    const onestop = items.find(({ interviewees }) => interviewees.join() === 'onestop')!
    const clauses = onestop.clauses
    const planned = listPlannedChecks(
      [onestop],
      [
        row({ id: 't1', area: 'leadership', clauses, auditor: 'nam' }),
        row({ id: 't2', area: 'oneStop', clauses, auditor: 'van' }),
        row({ id: 't3', area: 'oneStop', clauses, auditor: 'nam' }),
      ],
    )
    expect(planned).toEqual([
      { key: `${onestop.id}@oneStop`, item: onestop, area: 'oneStop', auditors: ['van', 'nam'] },
    ])
  })

  test('a clause that is planned holds those below it', () => {
    const under = items.filter(({ clauses }) => clauses.some(id => id.startsWith('4.2.')))
    const planned = listPlannedChecks(items, [row({ clauses: ['4.2'] })])
    expect(new Set(planned.map(({ item }) => item.id))).toEqual(new Set(under.map(({ id }) => id)))
    expect(listPlannedChecks(items, [row({ clauses: [] })])).toEqual([])
  })
})

describe('a check', () => {
  const check = (verdict: Verdict | undefined, given: Partial<Check> = {}): Check => ({
    key: 'i@oneStop',
    verdict: verdict && { value: verdict, author: 'nam', at: 1 },
    note: '',
    proof: '',
    interviewed: '',
    happened: undefined,
    sample: undefined,
    sampled: [],
    photos: {},
    recordedAt: undefined,
    ...given,
  })

  test('lacks a verdict first, then what its verdict asks for', () => {
    expect([gapOf(undefined), gapOf(check(undefined))]).toEqual(['verdictMissing', 'verdictMissing'])
    expect(verdicts.map(verdict => [verdict, gapOf(check(verdict))])).toEqual([
      ['conform', undefined],
      ['ofi', 'noteMissing'],
      ['minor', 'evidenceMissing'],
      ['major', 'evidenceMissing'],
      ['na', 'reasonMissing'],
      ['not_checked', 'reasonMissing'],
    ])
    for (const verdict of verdicts)
      expect([verdict, gapOf(check(verdict, { note: 'x', proof: 'x' }))]).toEqual([verdict, undefined])
    expect(gapOf(check('na', { note: '  ' }))).toBe('reasonMissing')
  })

  test('of a nonconformity takes words, a photo or a sampled file as evidence', () => {
    const photo = { type: 'image/png', size: 1, width: 1, height: 1, thumb: null } as const
    const file = { id: 's1', file: '01', verdict: 'minor', note: '' } as const
    for (const proof of [{ proof: 'x' }, { photos: { a: photo } }, { sampled: [file] }])
      expect([gapOf(check('major', { note: 'x', ...proof })), gapOf(check('major', proof))]).toEqual([
        undefined,
        'noteMissing',
      ])
  })
})

describe('clauses of both editions', () => {
  test('those that carry requirements lead to clauses of the other edition, and back', () => {
    for (const { clauses, id } of items) {
      const others = toOtherStandard('2008', clauses)
      expect([id, others.length > 0]).toEqual([id, true])
      for (const other of others)
        expect([id, other, getClause('2015', other)?.id]).toEqual([id, other, other])
      expect(toOtherStandard('2015', others)).toEqual(expect.arrayContaining([...clauses]))
    }
    expect(toOtherStandard('2008', ['99'])).toEqual([])
  })

  test('are listed once each', () => {
    for (const standard of ['2008', '2015'] as const) {
      const ids = listClauses(standard).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})
