import { describe, expect, test } from 'vitest'
import pilot from '../../../src/content/demo/pilot.json' with { type: 'json' }
import units from '../../../src/content/units/langson-2017.json' with { type: 'json' }

const byId = new Map(units.map(unit => [unit.id, unit]))
const ofKind = (kind: string) => units.filter(unit => unit.kind === kind)

describe('the units of Lạng Sơn in 2017', () => {
  test('are one province, eleven districts and 226 communes', () => {
    expect(['province', 'district', 'commune'].map(kind => ofKind(kind).length)).toEqual([1, 11, 226])
    const type = (word: string) => ofKind('commune').filter(unit => unit.fullName.startsWith(word)).length
    expect([type('Xã'), type('Thị trấn'), type('Phường')]).toEqual([207, 14, 5])
  })

  test('each has a key of its own, and a parent one step above', () => {
    expect(byId.size).toBe(units.length)
    const above: Readonly<Record<string, string | undefined>> = { commune: 'district', district: 'province' }
    for (const unit of units) {
      expect(unit.id).toBe(`${unit.code}@${unit.from}`)
      expect(byId.get(unit.parent ?? '')?.kind).toBe(above[unit.kind])
    }
  })

  test('stand on any day the demo is tried on', () => {
    expect(new Set(units.map(unit => unit.to))).toEqual(new Set([null]))
  })

  test('the sample of the pilot: fifty communes, five of each rural district, none of the city', () => {
    const parents = pilot.communes.map(code => byId.get(`${code}@2017-10-15`)?.parent)
    const counts = Object.values(Object.groupBy(parents, parent => parent ?? '')).map(own => own?.length)
    expect([new Set(pilot.communes).size, counts]).toEqual([50, Array.from({ length: 10 }, () => 5)])
    expect(parents).not.toContain('178@2017-10-15')
    expect(pilot.note).toContain('sample')
  })
})
