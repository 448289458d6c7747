import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDirectory } from '../../src/domain/people/directory.ts'
import { planUnitsChange } from '../../src/domain/people/plan-units-change.ts'
import { createScope } from '../../src/domain/people/scope.ts'

const before = '2017-01-01'
const on = '2025-07-01'
const idOf = (code: string): string => `${code}@${before}`
const unitField = (code: string, kind: string, parent: string | null) => ({
  type: 'unit',
  thing: idOf(code),
  field: 'unit',
  value: { code, kind, name: code, fullName: code, parent, from: before, to: null },
})

/** Communes by the successor that each goes to, and who works in which of them. */
const reform = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }))
  .chain(([communes, successors]) =>
    fc.record({
      goesTo: fc.array(fc.nat(successors - 1), { minLength: communes, maxLength: communes }),
      worksIn: fc.array(fc.nat(communes - 1), { minLength: 1, maxLength: 6 }),
    }),
  )

test('SY9 whatever the mapping, each commune is covered once and nobody reads beyond what their successor keeps', () => {
  fc.assert(
    fc.property(reform, ({ goesTo, worksIn }) => {
      const codes = goesTo.map((_, at) => `c${at}`)
      const entries = [
        unitField('P', 'province', null),
        ...codes.map(code => unitField(code, 'commune', idOf('P'))),
        ...worksIn.map((at, person) => ({
          type: 'person',
          thing: `p${person}`,
          field: 'assignments/a1',
          value: { role: 'communeOfficial', unit: idOf(`c${at}`), from: before, to: null },
        })),
      ]
      const names = [...new Set(goesTo)].map(at => `n${at}`)
      const plan = planUnitsChange(
        {
          on,
          endsDistricts: true,
          units: names.map(code => ({ code, kind: 'commune', name: code, fullName: code, parent: null })),
          moves: goesTo.map((at, from) => ({ from: `c${from}`, to: [`n${at}`] })),
        },
        readDirectory(entries),
      )
      if (!plan.ok) throw new Error(JSON.stringify(plan.error))
      expect(plan.value.ended.map(({ id }) => id).sort()).toEqual(codes.map(idOf).sort())
      const fields = new Map(
        [...entries, ...plan.value.fields].map(one => [`${one.thing} ${one.field}`, one]),
      )
      const { tree, assignmentsOf } = readDirectory(fields.values())
      worksIn.forEach((at, person) => {
        const mine = goesTo[at]
        const kept = codes.filter((_, commune) => goesTo[commune] === mine).map(code => `${idOf(code)}/unit`)
        const feedsOn = (day: string) =>
          [...createScope(assignmentsOf(`p${person}`), tree, day).feeds].filter(one => one.endsWith('/unit'))
        expect(feedsOn('2025-06-30')).toEqual([`${idOf(`c${at}`)}/unit`])
        expect(feedsOn(on).sort()).toEqual([...kept, `n${mine}@${on}/unit`].sort())
      })
    }),
  )
})
