import type { UnitTree } from '../../../domain/people/unit-tree.ts'
import { isValidOn, type Unit } from '../../../domain/people/unit.ts'
import { err, ok, type Result } from '../../../lib/result.ts'

/** A unit by its id, `05998@2017-10-15`, or by the code alone while only one unit bears it on that day. */
export function findUnit(tree: UnitTree, text: string, day: string): Result<Unit, string> {
  const exact = tree.get(text)
  if (exact) return ok(exact)
  const bearers = tree.units.filter(unit => unit.code === text && isValidOn(unit, day))
  const [only] = bearers
  if (only && bearers.length === 1) return ok(only)
  return err(
    bearers.length > 1
      ? `Several units have the code ${text}: ${bearers.map(unit => unit.id).join(', ')}. Give one of these.`
      : `There is no unit "${text}". Find its code with: npm run admin -- list-units --search NAME`,
  )
}
