import { useMemo } from 'react'
import { readHeldQuestion, readSettlement, settlementTypes } from '../../../sync/protocol/held-settlement.ts'
import { isHeldQuestion } from '../../../sync/protocol/settlement-name.ts'
import type { AskedHeld, SettledHeld } from '../../context/app.ts'
import { useRowsOfTypes } from '../../context/use-rows-of-types.ts'

const types = Object.values(settlementTypes)

export interface Settlements {
  /** By `settlementField`. */
  readonly settled: ReadonlyMap<string, SettledHeld>
  /** By `heldQuestionField`. */
  readonly asked: ReadonlyMap<string, AskedHeld>
}

/** What reviewers have decided and asked, as this tablet has it; undefined until it is read. */
export function useSettlements(): Settlements | undefined {
  const rows = useRowsOfTypes(types, '')
  return useMemo(() => {
    if (!rows) return undefined
    const settled = new Map<string, SettledHeld>()
    const asked = new Map<string, AskedHeld>()
    for (const { field, value, author: by, at } of rows) {
      const [settlement, question] = isHeldQuestion(field)
        ? [undefined, readHeldQuestion(value)]
        : [readSettlement(value), undefined]
      if (settlement) settled.set(field, { ...settlement, by, at })
      if (question) asked.set(field, { ...question, by, at })
    }
    return { settled, asked }
  }, [rows])
}
