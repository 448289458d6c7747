import { ConflictBanner } from './conflict-banner.tsx'
import { useFilling, useFillingRevision } from './filling-context.tsx'

/** Conflicts that stand at no question: a row that one person removed and another moved. */
export function OtherConflicts() {
  const { filling } = useFilling()
  useFillingRevision()
  const conflicts = filling.conflicts().filter(({ question }) => question === undefined)
  return conflicts.map(conflict => <ConflictBanner key={conflict.op} conflict={conflict} />)
}
