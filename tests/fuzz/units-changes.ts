import type { JsonValue } from '../../src/lib/json-value.ts'
import type { SeededRandom } from '../support/seeded-random.ts'
import { oddValue } from './odd-values.ts'

const codes = ['05998', '06190', '06010', '99999', '']

/** A wish of `/api/units-changes`: sometimes one that can be, more often one with something wrong in it. */
export function aUnitsWish(random: SeededRandom): JsonValue {
  const code = (): JsonValue => (random.isHit(0.95) ? random.pick(codes) : oddValue(random))
  const change = {
    on: random.pick(['2027-01-01', '2026-02-31', '2016-01-01']),
    endsDistricts: random.isHit(0.2),
    units: Array.from({ length: random.below(3) }, () => ({
      code: random.pick(['70001', '70002', '05998']),
      fullName: random.isHit(0.9) ? 'Xã Mới' : oddValue(random),
      kind: random.pick(['commune', 'district', 'tỉnh']),
      parent: random.pick([null, '70001', '70002', '180']),
    })),
    moves: Array.from({ length: random.below(4) }, () => ({
      from: code(),
      to: Array.from({ length: random.below(3) }, code),
    })),
  }
  return {
    change: random.isHit(0.3) ? 'langson2025' : random.isHit(0.9) ? change : oddValue(random),
    choices: random.isHit(0.8) ? { '05998': '06010' } : { x: oddValue(random) },
    ...(random.isHit(0.8) && { head: random.isHit(0.9) ? random.below(2_000) : oddValue(random) }),
  }
}
