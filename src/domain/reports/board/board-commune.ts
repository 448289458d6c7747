import type { FindingLine } from '../../audits/list-findings.ts'
import type { Unit } from '../../people/unit.ts'
import type { Standing } from './standing.ts'

/** A commune of the programme, as boards and dashboards count it. */
export interface BoardCommune {
  readonly unit: Unit
  readonly district: Unit | undefined
  /** Undefined until it is worked out. */
  readonly standing: Standing | undefined
  readonly findings: readonly FindingLine[]
}
