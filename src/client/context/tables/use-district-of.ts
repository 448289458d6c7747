import type { Unit } from '../../../domain/people/unit.ts'
import { useDirectory } from '../use-directory.ts'

/** The district above a commune; undefined where there is none. */
export function useDistrictOf(): (unit: Unit) => Unit | undefined {
  const directory = useDirectory()
  return unit => directory?.tree.ancestors(unit.id).find(({ kind }) => kind === 'district')
}
